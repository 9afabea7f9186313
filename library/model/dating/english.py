"""English."""

from library.model.dating.words import DateWords

ENGLISH = DateWords(
    months=(
        "january, jan", "february, feb", "march, mar", "april, apr", "may", "june, jun",
        "july, jul", "august, aug", "september, sept, sep", "october, oct", "november, nov",
        "december, dec",
    ),
    seasons=("spring, springtime", "summer, summertime", "autumn, fall", "winter, wintertime"),
    ordinals=("first", "second", "third", "fourth"),
    about="about, around, circa, ca, c, approximately, approx, some time in, sometime in",
    doubted="probably, prob, possibly, perhaps, presumably, likely",
    unknown="unknown",
    before="before, earlier than, prior to",
    after="after, later than",
    since="since, beginning in, starting in, not before, no earlier than, not earlier than",
    from_="from",
    until="until, till, up to, by, no later than, not later than, not after, through, thru",
    later="or later, or after, and later, and after, onward, onwards, on",
    earlier="or earlier, or before, and earlier, and before",
    between="between",
    to="to",
    towards="a",
    and_="and",
    or_="or",
    early="early, beginning of, start of",
    middle="mid, middle, middle of",
    late="late, end of",
    last="last",
    half="half, half of, h",
    third="third of",
    quarter="quarter, quarter of, q",
    some_day="a day in, some day in",
    some_month="a month in, some month in",
    decade="decade of",
    century="century, centuries, cent",
    idle=(
        "an, the, of, in, at, d, year, date, dated, day, month, years, "
        "monday, tuesday, wednesday, thursday, friday, saturday, sunday"
    ),
)  # fmt: skip
