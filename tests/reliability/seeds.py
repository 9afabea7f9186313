"""What good texts of each kind look like; bad ones are made of these."""

DATES = (
    "March 3, 1944", "September 1944", "1950", "[undated]", "ca. 1944", "March 3-5, 1944",
    "1944-03-03", "1944-03-03/1944-04-01", "194X", "1944-21", "1944~", "../1944", "1944-45",
    "3 марта 1944 г.", "1944年3月3日", "le 3 mars 1944", "between 1940 and 1945", "early 1944",
    "03/04/1944", "Spring 1944 [?]", "before May 1, 1945", "1940s",
)  # fmt: skip
QUERIES = (
    "rabaul garrison", '"spring 1944" -tito', "(stalin OR molotov) NOT tito", "garris*",
    "rabaul NEAR/3 garrison", "title:letter person:stalin tag:x note:y lang:ru in:notes",
    "date:1944-03..1944-06", 'date:"March 1944" letter', "well AND all", 'repository:"Archive"',
    "Сталин OR 斯大林", "well* NEAR sir",
)  # fmt: skip
NOTES = (
    "# A head\n\nSome *words* with [a link](https://archive.example/1) and [a note](#n1).",
    "- one\n- two\n  - three\n\n> quoted\n\n```\ncode\n```",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n~~gone~~ <b>raw</b> ![p](http://x/y.png)",
    "<https://archive.example> [x]: javascript:alert(1)\n\n[x] **bold _both_**",
)
TEXTS = (
    "MEMORANDUM\n\nSubject: The bridge.\n\n-2-\n\nDear Sir,\n\nAll is well.\n\n(p. 3)\n\nEnd.",
    "A line that was wrapped\nby hand and goes on\n\n\f\n\nThe next page, which has a\nhy-\nphen.",
    "\ufeffPresent: Mr. A\n\tMr. B\n\n[sic] Com[rade] C\n\n* * *\n\n1. One\n2. Two",
)
RIS = (
    "TY  - UNPB\nTI  - A letter\nAU  - Müller, A.\nDA  - 1944/03/03/March 3, 1944\n"
    "AB  - Of bridges.\nUR  - https://archive.example/1\nLA  - en, ru\nID  - 209791\nER  - \n",
    "TY  - JOUR\nT1  - Another\nA1  - B, C\nPY  - 1950///\nN2  - Long\nER  - \n",
)
BIBTEX = (
    "@unpublished{a1944,\n  title = {A letter to {M\\\"uller}},\n  author = {M{\\\"u}ller, A. and "
    "{Foreign Ministry}},\n  date = {1944-03-03},\n  year = {March 3, 1944},\n"
    "  url = {https://archive.example/1},\n  langid = {english, russian},\n}\n",
    "@string{x = \"y\"}\n@misc{b, title = \"Two\" # x, year = 1950, month = mar}\n% a remark\n",
)  # fmt: skip
CSL = [
    {
        "id": "a",
        "type": "manuscript",
        "title": "A letter",
        "author": [{"family": "Müller", "given": "A."}, {"literal": "Foreign Ministry"}],
        "issued": {"date-parts": [[1944, 3, 3], [1944, 4]], "circa": True, "season": 1},
        "archive": "Archive",
        "archive_location": "Box 1",
        "URL": "https://archive.example/1",
        "language": "en, ru",
    },
    {"title": "Two", "issued": {"raw": "March 1944"}},
]
SAVED = {
    "version": 1,
    "words": "rabaul date:1944",
    "place": ["collection", "c1"],
    "chosen": {"language": ["ru", "en"], "year": ["1944"]},
    "days": ["1944-01-01", "1944-12-31"],
    "order": [["date", True], ["title", False]],
    "group": "repository",
}
_PASSAGE = {
    "type": "SpecificResource",
    "source": {"id": "urn:diptych:version:v1", "diptych:page": 2},
    "selector": [
        {"type": "TextPositionSelector", "start": 3, "end": 9},
        {"type": "TextQuoteSelector", "exact": "words", "prefix": "some ", "suffix": " more"},
    ],
}
_REGION = {
    "source": {"id": "urn:x", "diptych:page": 1, "diptych:image": "ab/0"},
    "selector": [
        {"type": "FragmentSelector", "value": "xywh=percent:10,20,30.5,40"},
        {
            "type": "SvgSelector",
            "value": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
            '<polygon points="1,2 3,4 5,6"/><rect x="1" y="2" width="3" height="4"/></svg>',
        },
    ],
}
WEB = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "type": "AnnotationPage",
    "items": [
        {
            "id": "urn:diptych:annotation:n1",
            "type": "Annotation",
            "created": "1999-03-03T12:00:00Z",
            "modified": "1999-03-04T12:00:00+02:00",
            "body": [
                {"type": "TextualBody", "value": "a note", "purpose": "commenting"},
                {"type": "TextualBody", "value": "a tag", "purpose": "tagging"},
            ],
            "target": [_PASSAGE, _REGION],
            "diptych:kind": "highlight",
            "diptych:colour": "green",
        },
        {"type": ["Annotation"], "target": "https://archive.example/1", "body": "words"},
    ],
    "diptych:documents": [
        {"id": "urn:diptych:document:d1", "diptych:files": ["ab"], "label": "A letter"}
    ],
}
