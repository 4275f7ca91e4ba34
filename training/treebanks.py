"""Read treebanks in CoNLL-U.

In:   a file of Universal Dependencies.
Out:  Sentence: rows of Word, multiword tokens folded into one, since the program's tokens are words of the text.
Not:  making two treebanks agree, which is training/harmony.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One row of a treebank."""

    form: str
    lemma: str
    upos: str
    xpos: str  # NKJP tag
    feats: dict[str, str] = field(hash=False)
    head: int  # place in the sentence; its own place for the root
    dep: str
    space: bool  # a space follows


Sentence = list[Word]


def read_treebank(path: Path) -> Iterator[Sentence]:
    """Yield the sentences of a CoNLL-U file, in file order."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.split("\n") if line and line[0] != "#"]
        words = [_word(row) for row in rows if row[0].isdigit()]
        groups = [_group(row) for row in rows if "-" in row[0]]
        yield fold(words, groups or _clitics(words))


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Words that are one token of the text: first..last, both within."""

    first: int
    last: int
    form: str
    space: bool


def _word(row: list[str]) -> Word:
    place = int(row[0]) - 1
    feats = dict(pair.split("=") for pair in row[5].split("|")) if row[5] != "_" else {}
    return Word(
        form=row[1],
        lemma=row[2],
        upos=row[3],
        xpos=row[4],
        feats=feats,
        head=int(row[6]) - 1 if row[6] != "0" else place,
        dep=row[7],
        space="SpaceAfter=No" not in row[9],
    )


def _group(row: list[str]) -> Group:
    first, last = (int(part) - 1 for part in row[0].split("-"))
    return Group(first=first, last=last, form=row[1], space="SpaceAfter=No" not in row[9])


def _clitics(words: Sentence) -> list[Group]:
    # LFG has no multiword tokens: personal endings and the conditional are glued words.
    groups: list[Group] = []
    for place, word in enumerate(words):
        if place == 0 or not word.dep.startswith("aux") or words[place - 1].space:
            continue
        if not (word.xpos.startswith("aglt") or word.dep == "aux:cnd"):
            continue
        last = groups[-1] if groups and groups[-1].last == place - 1 else None
        if last:
            groups.pop()
        first = last.first if last else place - 1
        form = "".join(w.form for w in words[first : place + 1])
        groups.append(Group(first=first, last=place, form=form, space=word.space))
    return groups


def fold(words: Sentence, groups: list[Group]) -> Sentence:
    """Make one word of each group: the one whose head lies outside, with the person and mood of the rest."""
    starts = {group.first: group for group in groups}
    kept: list[Word] = []
    olds: list[int] = []
    new_of: dict[int, int] = {}
    place = 0
    while place < len(words):
        group = starts.get(place) or Group(first=place, last=place, form=words[place].form, space=words[place].space)
        members = range(group.first, group.last + 1)
        main = next((m for m in members if words[m].head not in members or words[m].head == m), place)
        new_of.update(dict.fromkeys(members, len(kept)))
        kept.append(replace(_enriched(words, main, members), form=group.form, space=group.space))
        olds.append(main)
        place = group.last + 1
    return [replace(word, head=new_of[words[old].head]) for word, old in zip(kept, olds, strict=True)]


def _enriched(words: Sentence, main: int, members: range) -> Word:
    feats = dict(words[main].feats)
    for member in members:
        if member == main or not words[member].dep.startswith("aux"):
            continue
        added = {k: v for k, v in words[member].feats.items() if k in ("Person", "Number")}
        if words[member].dep == "aux:cnd":
            added["Mood"] = "Cnd"
        feats |= added
    return replace(words[main], feats=feats)
