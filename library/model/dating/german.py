"""German."""

from library.model.dating.words import DateWords

GERMAN = DateWords(
    months=(
        "januar, jänner, jan", "februar, feber, feb, febr", "märz, mrz", "april, apr", "mai",
        "juni, jun, juno", "juli, jul, julei", "august, aug", "september, sept, sep",
        "oktober, okt", "november, nov", "dezember, dez",
    ),
    seasons=("frühjahr, frühling, frühjahrs", "sommer, sommers", "herbst, herbstes",
             "winter, winters"),
    ordinals=(
        "erste, erster, erstes, ersten", "zweite, zweiter, zweites, zweiten",
        "dritte, drittes, dritten", "vierte, viertes, vierten",
    ),
    about="um, etwa, circa, ca, zirka, ungefähr, gegen, rund",
    doubted="wohl, vermutlich, vermutl, wahrscheinlich, wahrsch, möglicherweise, vielleicht",
    unknown="unbekannt",
    before="vor, vor dem",
    after="nach, nach dem",
    since="seit, ab, frühestens, nicht vor",
    from_="",
    until="bis, bis zum, bis zu, spätestens, nicht nach, nicht später als",
    later="oder später, und später, oder danach",
    earlier="oder früher, und früher, oder davor",
    between="zwischen, zwischen dem",
    to="",
    towards="",
    and_="und",
    or_="oder, od",
    early="anfang, anfangs, beginn, zu beginn, frühes",
    middle="mitte",
    late="ende, gegen ende, spätes",
    last="letzte, letzter, letztes, letzten",
    half="hälfte, halbjahr",
    third="drittel",
    quarter="quartal, vierteljahr, viertel",
    some_day="ein tag im",
    some_month="ein monat",
    decade="",
    century="jahrhundert, jahrhunderts, jh, jhd, jhdt, jhs",
    idle=(
        "der, die, das, dem, den, des, von, vom, im, in, am, jahr, jahre, jahren, jahres, tag, "
        "datiert, "
        "montag, dienstag, mittwoch, donnerstag, freitag, samstag, sonnabend, sonntag"
    ),
)  # fmt: skip
