"""Languages: the names that archives use, as BCP 47 codes."""

from __future__ import annotations

import re

_CODES = {
    "afrikaans": "af", "albanian": "sq", "amharic": "am", "arabic": "ar", "armenian": "hy",
    "azerbaijani": "az", "belarusian": "be", "bengali": "bn", "bosnian": "bs", "bulgarian": "bg",
    "burmese": "my", "catalan": "ca", "chinese": "zh", "cantonese": "yue", "croatian": "hr",
    "czech": "cs", "danish": "da", "dari": "prs", "dutch": "nl", "english": "en",
    "esperanto": "eo", "estonian": "et", "farsi": "fa", "finnish": "fi", "flemish": "nl",
    "french": "fr", "georgian": "ka", "german": "de", "greek": "el", "hebrew": "he",
    "hindi": "hi", "hungarian": "hu", "icelandic": "is", "indonesian": "id", "irish": "ga",
    "italian": "it", "japanese": "ja", "kazakh": "kk", "khmer": "km", "korean": "ko",
    "kurdish": "ku", "kyrgyz": "ky", "lao": "lo", "latin": "la", "latvian": "lv",
    "lithuanian": "lt", "macedonian": "mk", "malay": "ms", "mandarin": "zh", "moldovan": "ro",
    "mongolian": "mn", "nepali": "ne", "norwegian": "no", "pashto": "ps", "persian": "fa",
    "polish": "pl", "portuguese": "pt", "romanian": "ro", "rumanian": "ro", "russian": "ru",
    "serbian": "sr", "serbo-croatian": "sh", "sinhala": "si", "slovak": "sk", "slovene": "sl",
    "slovenian": "sl", "somali": "so", "spanish": "es", "swahili": "sw", "swedish": "sv",
    "tagalog": "tl", "tajik": "tg", "tamil": "ta", "tatar": "tt", "thai": "th", "tibetan": "bo",
    "turkish": "tr", "turkmen": "tk", "ukrainian": "uk", "urdu": "ur", "uyghur": "ug",
    "uzbek": "uz", "vietnamese": "vi", "welsh": "cy", "yiddish": "yi", "zulu": "zu",
}  # fmt: skip
_SPECIAL = {
    "mandarin chinese": "zh",
    "traditional chinese": "zh-Hant",
    "simplified chinese": "zh-Hans",
    "chinese (traditional)": "zh-Hant",
    "chinese (simplified)": "zh-Hans",
    "ancient greek": "grc",
    "old church slavonic": "cu",
}


def language_code(name: str) -> str | None:
    """The BCP 47 code for a language as the archive names it: "Chinese (Mandarin)" → "zh"."""
    name = " ".join(name.casefold().split())
    plain = re.sub(r"\s*\(.*\)", "", name)
    return _SPECIAL.get(name) or _CODES.get(name) or _CODES.get(plain)
