"""Shelf marks are split as far as their words tell."""

import pytest

from library.importers.shelf_mark import ShelfMark, read_shelf_mark


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (
            "Container #171, W. Averell Harriman Papers, Manuscript Division, "
            "Library of Congress, Washington, D.C.",
            ShelfMark(
                "Manuscript Division, Library of Congress, Washington, D.C.",
                "W. Averell Harriman Papers",
                "Container #171",
            ),
        ),
        (
            "AVPRF, f. 059a, op. 5a, d. 5, pa. 11, ll. 1-6",
            ShelfMark("AVPRF", None, "f. 059a, op. 5a, d. 5, pa. 11, ll. 1-6"),
        ),
        (
            "TsKhSD, f. 5, op. 28, d. 31, Ll. 54-58. Obtained by A. Reader and translated "
            "by B. Writer",
            ShelfMark("TsKhSD", None, "f. 5, op. 28, d. 31, Ll. 54-58", ("A. Reader", "B. Writer")),
        ),
        (
            "MOL, XIX-J-1-j Korea, 5. doboz, 5/c, 0075/1954. Translated for CWIHP by C. Author.",
            ShelfMark("MOL", None, "XIX-J-1-j Korea, 5. doboz, 5/c, 0075/1954", ("C. Author",)),
        ),
        (
            "PRC FMA 109-00395-03, 19-30. Contributed by D. Giver, Some University, and E. Helper",
            ShelfMark("PRC FMA", None, "109-00395-03, 19-30", ("D. Giver", "E. Helper")),
        ),
        (
            "RG 59, General Records of the Department of State, National Archives, College Park",
            ShelfMark(
                "National Archives, College Park",
                "General Records of the Department of State",
                "RG 59",
            ),
        ),
        (
            "National Archives and Records Administration.",
            ShelfMark("National Archives and Records Administration"),
        ),
        ("given to the author by a friend", ShelfMark()),
        ("", ShelfMark()),
    ],
)
def test_a_shelf_mark_is_split(source, expected):
    assert read_shelf_mark(source) == expected
