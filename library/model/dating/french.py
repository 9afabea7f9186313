"""French."""

from library.model.dating.words import DateWords

FRENCH = DateWords(
    months=(
        "janvier, janv, jan", "février, févr, fév", "mars", "avril, avr", "mai", "juin",
        "juillet, juil", "août", "septembre, sept", "octobre, oct", "novembre, nov",
        "décembre, déc",
    ),
    seasons=("printemps", "été", "automne", "hiver"),
    ordinals=(
        "premier, première", "second, seconde, deuxième", "troisième", "quatrième",
    ),
    about="vers, environ, circa, aux environs de, autour de",
    doubted="probablement, sans doute, peut être, peut-être, vraisemblablement",
    unknown="inconnu, inconnue",
    before="avant",
    after="après",
    since="depuis, dès, à partir de, à partir du, au plus tôt, à compter de",
    from_="",
    until="jusque, jusqu en, jusqu à, jusqu au, jusqu, au plus tard",
    later="ou plus tard, ou après, et après",
    earlier="ou plus tôt, ou avant, et avant",
    between="entre",
    to="",
    towards="à, au, aux",
    and_="et",
    or_="ou",
    early="début, début de, commencement de, au début de, courant début",
    middle="mi, milieu, milieu de, courant",
    late="fin, fin de, à la fin de",
    last="dernier, dernière",
    half="moitié, moitié de, semestre, semestre de",
    third="tiers, tiers de",
    quarter="trimestre, trimestre de, quart de",
    some_day="un jour de",
    some_month="un mois de",
    decade="années, les années, décennie",
    century="siècle, siècles, s",
    idle=(
        "le, la, les, l, de, du, des, d, en, ce, an, année, an de, date, jour, "
        "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche"
    ),
)  # fmt: skip
