"""How the archive set its record PDFs: once ("old"), and now ("new")."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Layout:
    """Sizes, labels and wording of one layout.  Sizes are in points."""

    width: float
    height: float
    header: tuple[str, ...]
    date_size: float
    date_bold: bool
    title_size: float
    label_size: float
    value_size: float
    quotes: str
    archive: str
    scan: str
    transcript: str
    translation: str
    translation_first: bool
    linked: bool


LAYOUTS = {
    "new": Layout(
        width=612,
        height=792,
        header=(),
        date_size=11,
        date_bold=False,
        title_size=16.5,
        label_size=11,
        value_size=11,
        quotes='"{title}", {date}',
        archive="Diptych Test Archive",
        scan="Original Scan",
        transcript="Transcript - {language}",
        translation="Translation - {language}",
        translation_first=False,
        linked=False,
    ),
    "old": Layout(
        width=595,
        height=842,
        header=("Digital Archive", "archive.example", "Documents for Testing"),
        date_size=16,
        date_bold=True,
        title_size=16,
        label_size=14.6,
        value_size=10,
        quotes="“{title},” {date}",
        archive="History and Public Policy Program Digital Archive",
        scan="Scan of Original Document",
        transcript="{language} Transcription",
        translation="{language} Translation",
        translation_first=True,
        linked=True,
    ),
}
