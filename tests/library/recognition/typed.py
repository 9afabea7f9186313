"""Pages in other scripts, drawn for tests (not a test itself).  The texts are invented."""

from collections import Counter
from unicodedata import normalize

import pymupdf
from PIL import Image
from rapidfuzz.distance import Levenshtein

from library.pages.contents import Pixels

A4 = 595, 842
DPI = 200
TEXTS = {
    "ru": (
        "СОВЕРШЕННО СЕКРЕТНО",
        "Запись беседы о строительстве нового моста, состоявшейся 3 марта 1944 года в здании "
        "портового управления.",
        "Инженер доложил, что прежний мост простоял сорок лет и больше не выдерживает тяжёлых "
        "грузовых повозок. По его расчётам, новая переправа должна нести не менее 40 тонн.",
        "Секретарь ответил, что в кассе имеется 185 600 рублей, из которых треть уже обещана "
        "каменщикам.",
    ),
    "el": (
        "ΑΚΡΩΣ ΑΠΟΡΡΗΤΟ",
        "Πρακτικά της συνομιλίας για την κατασκευή της νέας γέφυρας, που έγινε στις 3 Μαρτίου "
        "1944 στο κτίριο του λιμεναρχείου.",
        "Ο μηχανικός ανέφερε ότι η παλαιά γέφυρα άντεξε σαράντα χρόνια και δεν σηκώνει πια τα "
        "βαριά φορτηγά. Το νέο πέρασμα πρέπει να αντέχει τουλάχιστον 40 τόνους.",
        "Ο γραμματέας απάντησε ότι στο ταμείο υπάρχουν 185.600 δραχμές.",
    ),
    "ar": (
        "سري للغاية",
        "محضر الحديث عن بناء الجسر الجديد على النهر، الذي جرى في 3 آذار 1944 في دار إدارة المرفأ.",
        "قال المهندس إن الجسر القديم صمد أربعين سنة ولم يعد يحتمل العربات الثقيلة. وبحسب تقديره "
        "يجب أن يحمل المعبر الجديد ما لا يقل عن 40 طنا، وأن توضع أساساته على عمق 12 مترا.",
        "أجاب أمين السر أن في الصندوق 185600 ليرة، ثلثها موعود للبنائين.",
    ),
    "he": (
        "סודי ביותר",
        "פרוטוקול השיחה על בניית הגשר החדש על הנהר, שנערכה ביום 3 במרץ 1944 בבניין הנהלת הנמל.",
        "המהנדס אמר כי הגשר הישן עמד ארבעים שנה ואינו נושא עוד את העגלות הכבדות. לפי חישוביו, "
        "המעבר החדש צריך לשאת לפחות 40 טון, ואת יסודותיו יש להניח בעומק של 12 מטרים.",
        "המזכיר השיב כי בקופה יש 185600 לירות, ושליש מהן כבר הובטח לבנאים.",
    ),
}
_RIGHT_TO_LEFT = {"ar", "he"}


def typed(language, quarters=0, askew=0.0):
    """A picture of this language's page, turned against the clock by quarters, and degrees."""
    with pymupdf.open() as pdf:
        drawn = _page(pdf, language).get_pixmap(dpi=DPI, colorspace="gray")
        picture = Image.frombytes("L", (drawn.width, drawn.height), drawn.samples)
    picture = picture.rotate(askew, Image.Resampling.BICUBIC, fillcolor=255)
    return picture.rotate(90 * quarters, expand=True)


def text_of(language):
    return "\n".join(TEXTS[language])


def pixels_of(picture):
    return Pixels(*picture.size, picture.convert("RGBA").tobytes())


def part_misread(words, text):
    """How many of the letters and digits of the text are read wrong, as a part of all."""
    truth = _letters(text)
    return Levenshtein.distance(_letters("".join(word.text for word in words)), truth) / len(truth)


def _letters(text):
    return "".join(letter for letter in normalize("NFKD", text).casefold() if letter.isalnum())


def places(language):
    """Where the words of the upright page were drawn that stand there once, by their text."""
    width, height = A4
    with pymupdf.open() as pdf:
        words = _page(pdf, language).get_text("words")
    times = Counter(word[4] for word in words)
    return {
        text: (left / width, top / height, right / width, bottom / height)
        for left, top, right, bottom, text, *_ in words
        if times[text] == 1
    }


def _page(pdf, language):
    direction = "rtl" if language in _RIGHT_TO_LEFT else "ltr"
    paragraphs = "".join(f'<p dir="{direction}">{text}</p>' for text in TEXTS[language])
    page = pdf.new_page(width=A4[0], height=A4[1])
    page.insert_htmlbox(pymupdf.Rect(70, 60, 525, 780), paragraphs, css="p {font-size: 13px}")
    return page
