"""Changes to people: names joined as one person's, and parted again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from library.model.change import Edit
from library.model.person import PersonName
from library.surrogates import without_surrogates


def joined(names: Iterable[str], person: str, said: Mapping[str, str]) -> tuple[Edit, ...]:
    """Have these people, with all names that they have so far, be one who is called `person`.

    `said` is what was joined before: the person, by each other name.
    """
    person = without_surrogates(" ".join(person.split()))
    names = [without_surrogates(name) for name in names]
    people = {said.get(name, name) for name in names} | {said.get(person, person)}
    every = people | {name for name, of in said.items() if of in people}
    wanted = {name: person for name in every if name != person} if person else {}
    return _edits(every | {person}, wanted, said) if wanted else ()


def parted(names: Iterable[str], said: Mapping[str, str]) -> tuple[Edit, ...]:
    """Have each of these names be a person again; of a person, have all the names be so."""
    names = set(names)
    gone = {name for name, of in said.items() if name in names or of in names}
    return _edits(gone, {}, said)


def _edits(
    names: Iterable[str], wanted: Mapping[str, str], said: Mapping[str, str]
) -> tuple[Edit, ...]:
    pairs = ((_item(name, said), _item(name, wanted)) for name in sorted(names))
    return tuple(Edit(before, after) for before, after in pairs if before != after)


def _item(name: str, people: Mapping[str, str]) -> PersonName | None:
    return PersonName(name, people[name]) if name in people else None


def variants_by_person(said: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """The other names of each person, by the alphabet."""
    found: dict[str, list[str]] = {}
    for name, person in sorted(said.items()):
        found.setdefault(person, []).append(name)
    return found
