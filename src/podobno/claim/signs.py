"""Find the words that decide how a claim is meant, by taking them away and looking again.

In:   a scene, a draft, a judgement on them ("stance_of").
Out:  the fewest words without which the judgement would be another, each with its list or its feature.
Not:  the judgements, which are claim/stances.py and claim/conditions.py.

The judgements change as rules are tuned. So nothing here repeats them: a word of the pack's lists, or a feature of a
word of the article, is a sign if the judgement changes without it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from podobno.claim.drafts import Draft
from podobno.claim.scene import Scene
from podobno.records.explanations import Sign
from podobno.records.parsed import Token
from podobno.records.text import Span

Judge = Callable[[Scene, Draft], object]
STANCE, ATTRIBUTION = "rules/stance.toml", "rules/attribution.toml"
FEATURES = ("Tense", "Mood", "Person")  # of verbs, that the judgements look at
KEPT = frozenset(("that", "antecedents", "purpose", "parenthetic"))  # they tell where clauses open, not what is meant


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """What may be taken away: a word of a list, or a feature of a token."""

    book: str  # STANCE, ATTRIBUTION, or "" for a feature
    key: str  # of the list, or the feature
    word: str  # of the list, or the feature's value
    tokens: tuple[Token, ...]  # where it stands in the article


def decisive_signs(scene: Scene, draft: Draft, judge: Judge) -> tuple[Sign, ...]:
    """Return the fewest signs without which the judgement is another, in text order; none: no sign decides it."""
    causes, told = list(_causes(scene, draft)), judge(scene, draft)
    if judge(_without(scene, causes), draft) == told:
        return ()
    for cause in list(causes):
        rest = [other for other in causes if other is not cause]
        if judge(_without(scene, rest), draft) != told:
            causes = rest
    signs = (sign for cause in causes for sign in _signs(scene, cause))
    return tuple(sorted(signs, key=lambda sign: (sign.span is None, sign.span.start if sign.span else 0)))


# What may decide


def _causes(scene: Scene, draft: Draft) -> Iterator[Cause]:
    """Features first: they are given back first, so that where a word of a list decides too, the list is told."""
    content = [token for part in draft.content for token in scene.between(*part)]
    for token in content:
        for key in FEATURES:
            if key in token.feats:
                yield Cause(book="", key=key, word=token.feats[key], tokens=(token,))
    cue = list(scene.between(draft.cue.first, draft.cue.last)) if draft.cue is not None else []
    for book, lists in ((STANCE, scene.words.stance), (ATTRIBUTION, scene.words.rules)):
        yield from _listed(book, lists, [*content, *cue])


def _listed(book: str, lists: Mapping[str, Any], tokens: list[Token]) -> Iterator[Cause]:
    for key, words in lists.items():
        for word in () if key in KEPT else _words(words):
            held = _holding(word, tokens)
            if held:
                yield Cause(book=book, key=key, word=word, tokens=held)


def _words(value: object) -> Iterable[str]:
    if isinstance(value, list):
        return [word for word in value if isinstance(word, str)]
    return [value] if isinstance(value, str) else []


def _holding(word: str, tokens: list[Token]) -> tuple[Token, ...]:
    """The tokens of the first place where a word or phrase stands, by lemmas or forms."""
    wanted = word.split()
    for start in range(len(tokens) - len(wanted) + 1):
        held = tokens[start : start + len(wanted)]
        if wanted and all(one in (token.lemma, token.form.casefold()) for one, token in zip(wanted, held, strict=True)):
            return tuple(held)
    return ()


# The article without it


def _without(scene: Scene, causes: Iterable[Cause]) -> Scene:
    features: dict[int, set[str]] = {}
    dropped: dict[tuple[str, str], set[str]] = {}
    for cause in causes:
        if cause.book:
            dropped.setdefault((cause.book, cause.key), set()).add(cause.word)
        else:
            features.setdefault(cause.tokens[0].index, set()).add(cause.key)
    words = replace(
        scene.words,
        stance=_lists_without(scene.words.stance, STANCE, dropped),
        rules=_lists_without(scene.words.rules, ATTRIBUTION, dropped),
    )
    tokens = tuple(_plain(token, features.get(token.index, set())) for token in scene.tokens)
    syntax = replace(scene.parsed.syntax, tokens=tokens)
    return replace(
        scene,
        words=words,
        parsed=replace(scene.parsed, syntax=syntax),
        tree=replace(scene.tree, syntax=syntax),
    )


def _lists_without(lists: Mapping[str, Any], book: str, dropped: Mapping[tuple[str, str], set[str]]) -> dict[str, Any]:
    left = dict(lists)
    for (name, key), words in dropped.items():
        if name == book:
            value = lists[key]
            left[key] = "" if isinstance(value, str) else [word for word in value if word not in words]
    return left


def _plain(token: Token, features: set[str]) -> Token:
    if not features:
        return token
    return replace(token, feats={key: value for key, value in token.feats.items() if key not in features})


def _signs(scene: Scene, cause: Cause) -> Iterator[Sign]:
    span = Span(article=scene.parsed.article.id, start=cause.tokens[0].start, end=cause.tokens[-1].end)
    told = f"{cause.book}: {cause.key}" if cause.book else f"{cause.key}={cause.word}"
    yield Sign(span=span, way="list" if cause.book else "feature", told=told)
