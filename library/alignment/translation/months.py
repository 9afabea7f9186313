"""The names of the months in the languages of the archives, in the forms that dates have."""

from __future__ import annotations

from library.model.transliterating import in_latin

_NAMES = """
january januar janvier enero gennaio janeiro ianuarie január января січня януари stycznia ledna
 ιανουαρίου januari ocak
february februar février febrero febbraio fevereiro februarie február февраля лютого февруари
 lutego února φεβρουαρίου februari şubat
march märz mars marzo março martie március марта березня март marca března μαρτίου maart mart
april avril abril aprile aprilie április апреля квітня април kwietnia dubna απριλίου nisan
may mai mayo maggio maio május мая травня май maja května μαΐου mei maj mayıs
june juni juin junio giugno junho iunie június июня червня юни czerwca června ιουνίου haziran
july juli juillet julio luglio julho iulie július июля липня юли lipca července ιουλίου temmuz
august août agosto augusztus августа серпня август sierpnia srpna αυγούστου augustus ağustos
september septembre septiembre settembre setembro septembrie szeptember сентября вересня
 септември września září σεπτεμβρίου eylül
october oktober octobre octubre ottobre outubro octombrie október октября жовтня октомври
 października října οκτωβρίου ekim
november novembre noviembre novembro noiembrie ноября листопада ноември listopada listopadu
 νοεμβρίου kasım
december dezember décembre diciembre dicembre dezembro decembrie декабря грудня декември
 grudnia prosince δεκεμβρίου aralık
"""
_MONTHS = {
    in_latin(name): number
    for number, names in enumerate(_NAMES.strip().replace("\n ", " ").split("\n"), 1)
    for name in names.split()
}
_ALSO_WORDS = {"may", "march", "mart", "mai", "ocak"}  # where they have a small letter


def month_named(word: str) -> int | None:
    """1 to 12, where the word is the name of a month."""
    number = _MONTHS.get(in_latin(word))
    if number and word.islower() and word in _ALSO_WORDS - {"mai"}:
        return None
    return number
