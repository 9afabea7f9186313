"""Questions one at a time, of which the newest is never late."""

from library.errors import ReadingStopped
from viewer.jobs import Jobs
from viewer.shelf.asker import Asker


class Hands:
    """Runs questions when the test says so."""

    def __init__(self):
        self.runs = []
        self.interrupted = 0
        self.jobs = Jobs(self.runs.append)
        self.asker = Asker(self.jobs, self._interrupt)
        self.answers = []

    def _interrupt(self):
        self.interrupted += 1

    def ask(self, about, answer, **more):
        self.asker.ask(about, lambda: answer, self.answers.append, **more)

    def run(self, qapp):
        while self.runs:
            self.runs.pop(0)()
            qapp.processEvents()


def test_answers_come_in_the_order_of_asking_the_urgent_first(qapp):
    hands = Hands()
    for about in ("table", "facets", "bars"):
        hands.ask(about, about)
    hands.ask("rows", "rows", first=True)
    hands.run(qapp)
    assert hands.answers == ["table", "rows", "facets", "bars"]
    assert hands.asker.is_idle


def test_the_question_that_was_asked_anew_is_broken_off(qapp):
    hands = Hands()
    hands.ask("table", "old")
    hands.ask("table", "newer")
    hands.ask("table", "newest")
    assert hands.interrupted == 1
    hands.run(qapp)
    assert hands.answers == ["newest"]


def test_a_question_that_others_broke_off_is_asked_again(qapp):
    hands, tries = Hands(), []

    def question():
        tries.append(1)
        if len(tries) < 3:
            raise ReadingStopped
        return "at last"

    hands.asker.ask("table", question, hands.answers.append)
    hands.run(qapp)
    assert hands.answers == ["at last"]


def test_after_the_end_nothing_is_asked(qapp):
    hands = Hands()
    hands.ask("table", "late")
    hands.asker.end()
    hands.ask("bars", "later")
    hands.run(qapp)
    assert hands.answers == []
