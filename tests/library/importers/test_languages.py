"""Languages are known by their names, and told apart in texts."""

import pytest

from library.importers.languages import guess_language
from library.model.languages import language_code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Russian", "ru"),
        ("Chinese (Mandarin)", "zh"),
        ("chinese (simplified)", "zh-Hans"),
        ("Serbo-Croatian", "sh"),
        ("Vietnamese", "vi"),
        ("Klingonese", None),
        ("", None),
    ],
)
def test_a_name_gives_its_code(name, code):
    assert language_code(name) == code


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ambassador said that he was of the opinion that it is so.", "en"),
        ("Der Botschafter hat gesagt, dass die Sache nicht mit ihm zu tun hat.", "de"),
        ("Посол сказал, что это не так и что он не в городе.", "ru"),
        ("大使说他不同意这个意见。", "zh"),
        ("大使はそう言いました。", "ja"),
        ("대사가 말했다.", "ko"),
        ("12. 3. 1944", None),
    ],
)
def test_a_text_is_told_among_languages(text, language):
    among = ("en", "de", "ru", "zh", "ja", "ko")
    assert guess_language(text, among) == language
