from library.alignment.translation.traits import MARKS, Ending, traits_of


def of(text):
    (traits,) = traits_of([text], ())
    return traits


def test_names_are_told_from_words():
    traits = of("The delegation met Molotov of the USSR again.")
    assert {"molotov", "usr"} <= traits.names
    assert "delegation" in traits.words


def test_marks_of_other_scripts_are_counted_as_ours():
    assert of("他说：“好吗？”").marks[MARKS.index("?")] == 1
    assert of("Τι κάνετε;").ending is Ending.QUESTION
    assert of("«Oui» (non)").marks[MARKS.index('"')] == 2


def test_an_ending_is_seen_through_what_closes_after_it():
    assert of("(He left.)").ending is Ending.SENTENCE
    assert of("Subject: Repair").ending is Ending.OPEN


def test_a_list_mark_is_no_number_of_the_text():
    traits = of("3. The other 4 ships")
    assert traits.list_mark == "3"
    assert traits.numbers == {"4"}


def test_a_paragraph_after_a_page_break_may_be_the_rest_of_the_one_before():
    texts = ["The crane was", "repaired in May.", "It works."]
    assert [traits.goes_on for traits in traits_of(texts, {1})] == [0, 2, 0]
    assert [traits.goes_on for traits in traits_of(texts, ())] == [0, 1, 0]
