"""Find the names that a question means: in another form, without accents, by a role.

In:   a name or a role as a person types it, the names and roles that a ledger holds.
Out:  the names, folded, by which their claims are kept.
Not:  whether two names are one person's across articles, which needs links.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from podobno.ledger.folding import fold

Lemmas = Callable[[str], tuple[str, ...]]
SAME_START = 2  # letters that a form shares with its base form


def find_names(given: Iterable[str], names: Iterable[tuple[str, str]], lemmas: Lemmas | None) -> tuple[str, ...]:
    """Return the folded names that all the words fit; names: each with a name or a role as it is printed.

    A word fits in its base form; only where no name has it so, any form that shares a base form will do.
    """
    words, held = [word_forms(word, lemmas) for word in given], list(names)
    return fit_names(words, held) or fit_inflected(words, held, lemmas)


def fit_names(words: Sequence[set[str]], names: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Return the folded names that have a form of each word; words: the forms of each, folded."""
    return tuple(sorted(name for name, held in _printed(names).items() if _fit(words, set(_plain(held)))))


def fit_inflected(
    words: Sequence[set[str]], names: Iterable[tuple[str, str]], lemmas: Lemmas | None
) -> tuple[str, ...]:
    """Return the folded names of which a word shares a base form with each of the words."""
    starts = {form[:SAME_START] for word in words for form in word}
    printed = _printed(names)
    return tuple(sorted(name for name, held in printed.items() if _fit(words, set(_inflected(held, starts, lemmas)))))


def _printed(names: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    printed: dict[str, set[str]] = defaultdict(set)
    for name, text in names:
        printed[name].update(text.split())
    return printed


def _fit(words: Iterable[set[str]], held: set[str]) -> bool:
    return all(not word.isdisjoint(held) for word in words)


def _plain(held: Iterable[str]) -> Iterator[str]:
    """Yield the words of a name, folded, and the parts of double ones."""
    for word in held:
        yield fold(word)
        yield from fold(word).split()


def _inflected(held: Iterable[str], starts: set[str], lemmas: Lemmas | None) -> Iterator[str]:
    """Yield the base forms of those words that may be asked for: looking up all of a large ledger takes long."""
    for word in held:
        if fold(word)[:SAME_START] in starts:
            yield from word_forms(word, lemmas)


def word_forms(word: str, lemmas: Lemmas | None) -> set[str]:
    """Return a word and its base forms, folded; as a name, too, however it was typed."""
    found = (*lemmas(word), *lemmas(word.title())) if lemmas is not None else ()
    return {fold(form) for form in (word, *found)}
