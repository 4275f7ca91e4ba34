"""Make more trees: parse running text with the weights so far, and mend what the treebanks have too little of.

In:   NKJP, weights trained on the treebanks, PUD as the model of compound prepositions.
Out:  sentences with trees ("silver").
Not:  gold trees: training/treebanks.py.

LFG's sentences are short and hold next to no compound prepositions ("ze względu na"); PUD, as PDB, takes each for one
preposition. The weights learn them from running text in which the rule below has put them right.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from spacy.tokens import Doc

from training.names import Document
from training.treebanks import Sentence, Word

Phrase = tuple[str, ...]
SHORTEST, LONGEST = 8, 45  # words


def compound_prepositions(sentences: Iterable[Sentence], more: Iterable[str]) -> frozenset[Phrase]:
    """Return the prepositions of several words that the sentences mark as fixed, and those that the recipe adds."""
    found = {tuple(phrase.split()) for phrase in more}
    for sentence in sentences:
        for place, word in enumerate(sentence):
            last = place
            while last + 1 < len(sentence) and sentence[last + 1].dep == "fixed" and sentence[last + 1].head == place:
                last += 1
            if last > place and word.upos == "ADP":
                found.add(tuple(w.form.lower() for w in sentence[place : last + 1]))
    return frozenset(found)


def silver_sentences(
    nlp: Any, documents: Iterable[Document], phrases: frozenset[Phrase], count: int
) -> Iterator[Sentence]:
    """Yield parsed sentences; half of them hold a compound preposition."""
    plain = with_phrase = 0
    for words in _sentences(documents):
        holds = _holds(words, phrases)
        if holds and with_phrase < count // 2:
            with_phrase += 1
        elif not holds and plain < count - count // 2 and plain <= with_phrase:
            plain += 1
        else:
            continue
        yield _mended(parsed(nlp, words), phrases)


def parsed(nlp: Any, words: list[str]) -> list[Word]:
    """Return what a pipeline makes of one sentence."""
    doc = nlp(Doc(nlp.vocab, words=words, sent_starts=[i == 0 for i in range(len(words))]))
    return [
        Word(
            form=token.text,
            lemma="",
            upos=token.pos_,
            xpos="",
            feats=token.morph.to_dict(),
            head=token.head.i,
            dep=token.dep_,
            space=True,
        )
        for token in doc
    ]


def _sentences(documents: Iterable[Document]) -> Iterator[list[str]]:
    for document in documents:
        for sentence in document.sentences if not document.is_held_out else ():
            if SHORTEST <= len(sentence) <= LONGEST:
                yield [word.form for word in sentence]


def _holds(words: list[str], phrases: frozenset[Phrase]) -> bool:
    low = [word.lower() for word in words]
    return any(tuple(low[i : i + n]) in phrases for i in range(len(low)) for n in (2, 3))


def _mended(words: list[Word], phrases: frozenset[Phrase]) -> Sentence:
    for place in range(len(words)):
        for length in (3, 2):
            part = tuple(word.form.lower() for word in words[place : place + length])
            if len(part) == length and part in phrases and _fix(words, place, length):
                break
    return words


def _fix(words: list[Word], place: int, length: int) -> bool:
    inner = range(place, place + length)
    noun = place + 1
    if words[place].upos != "ADP" or words[noun].head in inner or words[noun].head == noun:
        return False
    target = _governed(words, noun, inner)
    if target is None:
        return False
    words[target] = replace(words[target], head=words[noun].head, dep=words[noun].dep)
    for i, word in enumerate(words):
        if word.head == noun and i not in inner and i != target:
            words[i] = replace(word, head=target)
    words[place] = replace(words[place], head=target, dep="case")
    for i in inner[1:]:
        words[i] = replace(words[i], head=place, dep="fixed")
    return True


def _governed(words: list[Word], noun: int, inner: range) -> int | None:
    """The noun that the whole preposition governs."""
    last = words[inner[-1]]
    if len(inner) > 2:
        return last.head if last.dep == "case" and last.head > inner[-1] and words[last.head].head == noun else None
    after = (i for i, w in enumerate(words) if w.head == noun and i > inner[-1] and w.feats.get("Case") == "Gen")
    return next(after, None)
