"""Documents to cite: one of each kind that the styles' rules tell apart."""

from __future__ import annotations

from library.citing.cited import Cited
from library.citing.names import Name
from library.model.dates import read_date

LOC = "Manuscript Division, Library of Congress, Washington, D.C."
HARRIMAN = Name("Harriman", "W. Averell")
STALIN = Name("Stalin", "Joseph")
MUELLER = Name("Müller-Armack", "Jean-Paul")

SOURCES: dict[str, Cited] = {
    "day, read online": Cited(
        "Stalin and Harriman Discuss Air Power and the Japanese",
        date=read_date("March 3, 1944"),
        container="Container #171",
        collection="W. Averell Harriman Papers",
        repository=LOC,
        archive="Wilson Center Digital Archive",
        url="https://digitalarchive.umd.edu/document/209791",
    ),
    "page of the scan": Cited(
        "Memorandum of Conversation",
        date=read_date("March 3, 1944"),
        container="Container #171",
        collection="W. Averell Harriman Papers",
        repository=LOC,
        pages=(2,),
    ),
    "one author": Cited(
        "Report on Bases",
        authors=(HARRIMAN,),
        date=read_date("September 1944"),
        container="Box 4",
        collection="Example Papers",
        repository="Example Archive, York",
    ),
    "two authors": Cited(
        "Joint Note",
        authors=(HARRIMAN, STALIN),
        date=read_date("1944"),
        repository="Example Archive, York",
    ),
    "four authors, pages": Cited(
        "Minutes",
        authors=(HARRIMAN, STALIN, MUELLER, Name("Committee of Supply")),
        date=read_date("March 3-5, 1944"),
        repository="Example Archive, York",
        pages=(2, 3, 4, 7),
    ),
    "undated": Cited(
        "List of Names",
        date=read_date("[undated]"),
        container="f. 5, op. 3, d. 11",
        repository="GARF, Moscow",
    ),
    "about a month": Cited(
        "Letter to the Editor",
        date=read_date("circa March 1944"),
        repository="Example Archive, York",
    ),
    "doubted year": Cited(
        "Sketch of the Harbour", date=read_date("1944?"), repository="Example Archive, York"
    ),
    "years of one century": Cited(
        "Correspondence",
        authors=(STALIN,),
        date=read_date("1943-1946"),
        collection="Stalin Papers",
        repository="Example Archive, York",
    ),
    "years of two centuries": Cited(
        "Ledger", date=read_date("1898-1901"), repository="Example Archive, York"
    ),
    "season": Cited("Plan", date=read_date("Spring 1944"), repository="Example Archive, York"),
    "decade": Cited("Album", date=read_date("1940s"), repository="Example Archive, York"),
    "date that is not understood": Cited(
        "Diary", date=read_date("the week after Easter"), repository="Example Archive, York"
    ),
    "question with a quotation": Cited(
        "Who Said “Yes” to Them?",
        date=read_date("4 September 1944"),
        repository="Example Archive, York",
    ),
}
