"""How Tesseract's data for the languages are called."""

from __future__ import annotations

from collections.abc import Mapping

from library.recognition.writing import Writing

_ANY = ""  # the language that stands for its script
_NAMES: Mapping[str, Mapping[str, str]] = {
    "LATIN": {
        _ANY: "eng", "af": "afr", "bs": "bos", "ca": "cat", "cs": "ces", "cy": "cym", "da": "dan",
        "de": "deu", "en": "eng", "eo": "epo", "es": "spa", "et": "est", "fi": "fin", "fr": "fra",
        "ga": "gle",
        "hr": "hrv", "hu": "hun", "id": "ind", "is": "isl", "it": "ita", "la": "lat", "lt": "lit",
        "lv": "lav", "ms": "msa", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por", "ro": "ron",
        "sh": "hrv", "sk": "slk", "sl": "slv", "sq": "sqi", "sr": "srp_latn", "sv": "swe",
        "sw": "swa", "tr": "tur", "vi": "vie",
    },
    "CYRILLIC": {
        _ANY: "rus", "az": "aze_cyrl", "be": "bel", "bg": "bul", "kk": "kaz", "ky": "kir",
        "mk": "mkd", "mn": "mon", "ru": "rus", "sr": "srp", "tg": "tgk", "tt": "tat", "uk": "ukr",
        "uz": "uzb_cyrl",
    },
    "GREEK": {_ANY: "ell", "el": "ell", "grc": "grc"},
    "ARABIC": {
        _ANY: "ara", "ar": "ara", "fa": "fas", "prs": "fas", "ps": "pus", "ug": "uig", "ur": "urd",
    },
    "HEBREW": {_ANY: "heb", "he": "heb", "yi": "yid"},
    "CJK": {_ANY: "chi_sim"},
    "HIRAGANA": {_ANY: "jpn"},
    "KATAKANA": {_ANY: "jpn"},
    "HANGUL": {_ANY: "kor"},
    "GEORGIAN": {_ANY: "kat"},
    "ARMENIAN": {_ANY: "hye"},
    "ETHIOPIC": {_ANY: "amh"},
    "DEVANAGARI": {_ANY: "hin", "hi": "hin", "ne": "nep"},
    "BENGALI": {_ANY: "ben"},
    "TAMIL": {_ANY: "tam"},
    "SINHALA": {_ANY: "sin"},
    "THAI": {_ANY: "tha"},
    "LAO": {_ANY: "lao"},
    "KHMER": {_ANY: "khm"},
    "MYANMAR": {_ANY: "mya"},
    "TIBETAN": {_ANY: "bod"},
}  # fmt: skip


def names_of(writing: Writing) -> tuple[str, ...]:
    """The data that can read the writing, the best first; empty where Tesseract has none."""
    names = _NAMES.get(writing.script, {})
    languages = (code.partition("-")[0] for code in writing.languages)
    fitting = (names[language] for language in (*languages, _ANY) if language in names)
    return tuple(dict.fromkeys(fitting))
