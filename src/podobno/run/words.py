"""Give the base forms by which words are found again.

In:   words of a question, of a claim, or of a name.
Out:  base forms in lower case.
Not:  the index, which is the ledger; the dictionary, which is lang/inflection.py.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from podobno.lang.inflection import Inflection, open_inflection
from podobno.lang.pack import Pack, open_pack
from podobno.link.entitygrammar import EntityGrammar, open_entities
from podobno.records.claims import Claim
from podobno.records.text import Article

AROUND = ".,;:!?\"'()[]\u201e\u201d\u201c\u00ab\u00bb"  # marks that stand next to words and belong to none
SHORTEST_STEM = 3  # letters of a name before its ending: of "Kima" too little is left to guess from


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An ending of an inflected name."""

    letters: str
    nominative: str  # what stands in its place in the nominative


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseForms:
    """What the words of a language may be forms of."""

    inflection: Inflection
    endings: Sequence[Ending]  # of names: the dictionary lacks most of them, and knows others in one shape only

    def of(self, text: str) -> tuple[str, ...]:
        """Return the base forms that the words of a text may have, each once, in the order of the words."""
        words = [word for word in (part.strip(AROUND) for part in text.split()) if word]
        return tuple(dict.fromkeys(form.casefold() for word in words for form in self._of(word)))

    def _of(self, word: str) -> Iterator[str]:
        known = self.inflection.lemmas(word)
        yield from known or (word,)
        if not known or any(form[:1].isupper() for form in (word, *known)):
            yield from self._guesses(word)

    def _guesses(self, word: str) -> Iterator[str]:
        # The dictionary has a "Lukashenko" with -ko alone; news writes of one with -ka, and the genitive is the same.
        for ending in self.endings:
            stem = word.removesuffix(ending.letters)
            if word.endswith(ending.letters) and len(stem) >= SHORTEST_STEM:
                yield stem + ending.nominative


def open_base_forms(pack: Pack, inflection: Inflection) -> BaseForms:
    """Return the base forms of a pack's language; a pack need not have endings of names."""
    rows = pack.lexicons.get("name_endings", ())
    endings = tuple(Ending(letters=row["ending"], nominative=row["nominative"]) for row in rows if row["ending"])
    return BaseForms(inflection=inflection, endings=endings)


def open_lemmas(code: str = "pl") -> Callable[[str], tuple[str, ...]]:
    """Return a function from words to the base forms that they may have; it needs no weights."""
    pack = open_pack(code)
    return open_base_forms(pack, open_inflection(pack)).of


def open_names(code: str = "pl") -> EntityGrammar:
    """Return what tells which names are one entity's; it needs no weights."""
    return open_entities(open_pack(code))


def claim_lemmas(claim: Claim, article: Article, forms: BaseForms) -> str:
    """Return the base forms by which a claim is found: of its words, and of what its figures count."""
    words = " ".join(article.quotation(span) for span in claim.content)
    units = [figure.unit.casefold() for figure in claim.figures if figure.unit]
    return " ".join(dict.fromkeys([*forms.of(words), *units]))
