"""Spanish."""

from library.model.dating.words import DateWords

SPANISH = DateWords(
    months=(
        "enero, ene", "febrero, feb, febr", "marzo, mar, mzo", "abril, abr", "mayo, may",
        "junio, jun", "julio, jul", "agosto, ago, agto", "septiembre, setiembre, sept, sep, set",
        "octubre, oct", "noviembre, nov", "diciembre, dic",
    ),
    seasons=("primavera", "verano, estío", "otoño", "invierno"),
    ordinals=(
        "primer, primero, primera", "segundo, segunda", "tercer, tercero, tercera",
        "cuarto, cuarta",
    ),
    about="hacia, circa, alrededor de, alrededor del, aproximadamente, aprox, cerca de, sobre",
    doubted="probablemente, posiblemente, quizá, quizás, tal vez",
    unknown="desconocido, desconocida",
    before="antes, antes de, antes del",
    after="después, después de, después del, tras",
    since="desde, desde el, a partir de, a partir del, no antes de",
    from_="",
    until="hasta, hasta el, no después de, a más tardar",
    later="o posterior, o después, o más tarde, y después, en adelante",
    earlier="o anterior, o antes, y antes",
    between="entre, entre el",
    to="",
    towards="a, al",
    and_="y, e",
    or_="o, u",
    early="principios, principios de, comienzos de, inicios de, principio de, comienzo de",
    middle="mediados, mediados de, medio de",
    late="finales, finales de, fines de, fin de, final de",
    last="último, última",
    half="mitad, mitad de, semestre, semestre de",
    third="tercio, tercio de, cuatrimestre, cuatrimestre de",
    quarter="trimestre, trimestre de",
    some_day="un día de",
    some_month="un mes de",
    decade="años, los años, década de, década de los, decenio de",
    century="siglo, siglos",
    idle=(
        "el, la, los, las, de, del, en, año, día, fecha, "
        "lunes, martes, miércoles, jueves, viernes, sábado, domingo"
    ),
)  # fmt: skip
