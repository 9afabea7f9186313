"""Which language a text is in."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection

from library.model.scripts import may_be_written_in, script_of_text

# The most usual short words, which hardly a page goes without.
_USUAL = {
    "bg": "и на да за от се не че са по като това",
    "cs": "a se na je že v do si jsou které jako pro",
    "da": "og i at det er en til af som på ikke med",
    "de": "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine",
    "en": "the of and to in that is was he for it with as his on be at by had",
    "es": "de la que el en y los se del las un por con una su para",
    "fi": "ja on ei että se oli mutta ovat joka hän myös",
    "fr": "de la le et les des en un du une que est dans qui par pour au il",
    "hr": "i je u se na da su za od kao koji što",
    "hu": "a az és hogy nem is egy meg ez volt de már",
    "id": "yang dan di dengan itu untuk dari dalam tidak ini",
    "it": "di e il la che in un per del è una con non le si",
    "nl": "de van het een en in is dat op te zijn met voor niet",
    "no": "og i det er på en til som av for ikke med",
    "pl": "w i na z się do nie że jest o to jak przez",
    "pt": "de a o que e do da em um para com não uma os",
    "ro": "de și în a la cu pe care din nu o sa pentru că",
    "ru": "и в не на я быть он с что а по это как мы из у к",
    "sq": "të e në dhe për me një që nga është",
    "sr": "и је у се на да су за од као који што i",
    "sv": "och i att det som en på är av för med den inte",
    "tr": "ve bir bu da de için ile olarak ne çok",
    "uk": "і в не на що з до та як у за це від але",
    "vi": "và của là có các một cho trong được không",
}
_USUAL_WORDS = {code: frozenset(words.split()) for code, words in _USUAL.items()}


def guess_language(text: str, among: Collection[str]) -> str | None:
    """Which of the languages (BCP 47) the text is in; None where it cannot be told."""
    script = script_of_text(text)
    if script is None:
        return None
    fitting = [code for code in among if may_be_written_in(code, script)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    return _by_usual_words(text, fitting)


def _by_usual_words(text: str, codes: Collection[str]) -> str | None:
    words = Counter(re.findall(r"[^\W\d_]+", text.casefold()))
    counts = {
        code: sum(words[word] for word in _USUAL_WORDS.get(code.partition("-")[0], ()))
        for code in codes
    }
    best, second = sorted(counts.values(), reverse=True)[:2]
    if best <= 1.2 * second:
        return None
    return max(counts, key=lambda code: counts[code])
