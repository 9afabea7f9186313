import pytest

from library.model.transliterating import in_latin, search_key, sound


@pytest.mark.parametrize(
    "spellings",
    [
        "Молотов Molotow Molotov",
        "Хрущев Khrushchev Khrouchtchev",
        "Чичерин Chicherin Tschitscherin",
        "Ельцин Yeltsin Jelzin",
        "Чехия Čehija",
        "Καραμανλής Karamanlis",
        "Παπαδόπουλος Papadopoulos",
    ],
)
def test_the_spellings_of_a_name_sound_alike(spellings):
    assert len({sound(name) for name in spellings.split()}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        "Khrushchev Chruschtschow Хрущев Хрущёв Khrouchtchev Chruszczow",
        "Молотов Molotow Molotov",
        "Жуков Schukow Zhukov",
        "Вышинский Vyshinsky Wyschinski",
        "Gorbachev Gorbatschow Горбачёв",
    ],
)
def test_the_spellings_of_a_name_have_one_key(spellings):
    assert len({search_key(name) for name in spellings.split()}) == 1


def test_other_names_sound_otherwise():
    assert sound("Stalin") != sound("Molotov") != sound("Lohmann")


def test_accents_and_capitals_do_not_count():
    assert in_latin("ÉTAT") == in_latin("état") == "etat"


def test_a_script_without_letters_for_sounds_stays_as_it_is():
    assert in_latin("会谈") == "会谈"
