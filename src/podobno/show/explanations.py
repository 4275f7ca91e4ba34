"""Set an explanation for a terminal: the claim, then the reason for each thing in it, then the sentence's tree.

In:   an explanation.
Out:  what rich prints.
Not:  the reasons, which are claim/explain.py; JSON, which is show/answers.py.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from podobno.claim.reasons import NAMINGS, RULES, STEPS, WAYS
from podobno.records.explanations import Branch, Choice, Explanation, Grounds, Sign, Step, Usage, Weighing
from podobno.records.text import Article, Span
from podobno.records.values import Figure
from podobno.show.pages import DOT, INDENT, QUOTES, claim_block, judged_lines
from podobno.show.words import bounds_words

HEADS = ("noun", "tree", "case", "agreement", "kind", "place", "total", "least")
CHOSEN = "\u2190"  # an arrow that points at the noun that speaks
NEXT, LAST, DOWN, OPEN = "\u251c\u2500 ", "\u2514\u2500 ", "\u2502  ", "   "  # limbs of a tree
MARK_STYLES = {"cue": "bold magenta", "speaker": "bold", "content": "cyan"}
LONGEST = 60  # code points of the article that are shown for one reason
DOTS = "\u2026"
LABEL = 11  # columns of the widest label, "conditional"


def explanation_page(explanation: Explanation, judged: Iterable[str] = ()) -> RenderableType:
    """Return why a claim was read as it was; judged, and where it is read otherwise now, come first.

    judged: a line for each judgement.
    """
    grounds, article = explanation.grounds, explanation.article
    parts: list[RenderableType] = [Text(explanation.id, "dim"), claim_block(explanation.kept, article)]
    parts += [*judged_lines(judged)]
    parts += _changed(explanation)
    if grounds is not None:
        parts += [_reasons(grounds, article), "", Text("tree", "bold"), *_tree_lines(grounds.tree, article)]
    return Group(*parts)


def _changed(explanation: Explanation) -> Iterator[RenderableType]:
    """What is read now, where it is not what the ledger holds."""
    if explanation.grounds is None:
        yield Text("No claim is read from these words now.", "bold yellow")
    elif explanation.changes:
        told = f"Read otherwise now, in {', '.join(explanation.changes)}. What follows explains what is read now:"
        yield Text(told, "bold yellow")
        yield claim_block(explanation.grounds.claim, explanation.article)
    if not explanation.is_read_so and explanation.maker != explanation.maker_now:
        yield Padding(Text(f"read then by {explanation.maker}", "dim"), INDENT, expand=False)
        yield Padding(Text(f"read now by  {explanation.maker_now}\n", "dim"), INDENT, expand=False)


def _reasons(grounds: Grounds, article: Article) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=LABEL, style="bold")
    table.add_column()
    for label, told in _rows(grounds, article):
        table.add_row(label, told)
    return table


def _rows(grounds: Grounds, article: Article) -> Iterator[tuple[str, RenderableType]]:
    claim = grounds.claim
    yield "rule", Text(f"{grounds.rule}: {RULES.get(grounds.rule, grounds.rule)}")
    yield "cue", _cue(grounds.usage, claim.cue, article)
    yield "speaker", _speaker(grounds.choice, article)
    yield from _labelled("chain", (_step_words(step, article) for step in grounds.steps))
    stance = [_sign_words(sign, article) for sign in grounds.stance]
    yield from _labelled("stance", [f"{claim.stance}, by {stance[0]}", *stance[1:]])
    yield from _labelled("conditional", (_sign_words(sign, article) for sign in grounds.condition))
    signs = [_sign_words(sign, article) for sign in grounds.sureness]
    yield from _labelled("sureness", [f"{claim.sureness}, by {sign}" for sign in signs])
    yield from _labelled("figures", (_figure_words(figure, article) for figure in claim.figures))
    yield from _labelled("times", (f"{_quoted(time.span, article)} read as {time.value}" for time in claim.about))


def _figure_words(figure: Figure, article: Article) -> str:
    kind = f"{figure.kind}, forecast" if figure.forecast else figure.kind
    read = DOT.join(part for part in (bounds_words(figure), figure.unit, kind) if part)
    return f"{_quoted(figure.span, article)} read as {read}"


def _labelled(label: str, lines: Iterable[str]) -> Iterator[tuple[str, RenderableType]]:
    told = "\n".join(lines)
    if told:
        yield label, Text(told)


def _quoted(span: Span, article: Article) -> str:
    """The words of a span in quotation marks, with their place in the text."""
    words = " ".join(article.quotation(span).split())
    words = words if len(words) <= LONGEST else words[:LONGEST] + DOTS
    return f"{words.join(QUOTES)} [{span.start}:{span.end}]"


def _cue(usage: Usage | None, cue: Span | None, article: Article) -> Text:
    if usage is None or cue is None:
        return Text("none: no word reports it")
    negated = ", negated here" if usage.is_negated else ""
    row = f"{usage.place}{DOT}{usage.stance}{DOT}{usage.example}"
    return Text.assemble(f"{_quoted(cue, article)}, a {usage.kind}{negated}\n", (row, "dim"))


# Speaker and chain


def _speaker(choice: Choice, article: Article) -> RenderableType:
    word = f"{_quoted(choice.word, article)}, " if choice.word is not None else ""
    whom = f"{choice.name}: " if choice.name is not None else ""
    heard = f", {_quoted(choice.heard, article)}" if choice.heard is not None else ""
    told = Text(f"{word}{WAYS[choice.way]}\n{whom}{NAMINGS[choice.naming]}{heard}")
    if not choice.weighed:
        return told
    return Group(told, _weighings(choice.weighed, article))


def _weighings(weighed: Sequence[Weighing], article: Article) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim", style="dim")
    table.add_column(HEADS[0])
    for head in HEADS[1:]:
        table.add_column(head, justify="right")
    for one in weighed:
        parts = (one.tree, one.case, one.agreement, one.kind, one.place, one.total, one.least)
        arrow = f" {CHOSEN}" if one.is_chosen else ""
        table.add_row(_plain(one.span, article) + arrow, *(f"{part:.2f}" for part in parts))
    return table


def _plain(span: Span, article: Article) -> str:
    return " ".join(article.quotation(span).split())


def _step_words(step: Step, article: Article) -> str:
    where = f" {_quoted(step.span, article)}" if step.span is not None else ""
    return f"{step.name}:{where}{',' if where else ''} {STEPS[step.way]}"


def _sign_words(sign: Sign, article: Article) -> str:
    return sign.told if sign.span is None else f"{_quoted(sign.span, article)}, {sign.told}"


# The tree


def _tree_lines(branches: Sequence[Branch], article: Article) -> Iterator[Text]:
    """One line a word, from the root downwards: limbs, the word, its part of speech, its relation, its marks."""
    lasts: list[bool] = []  # of the words above: whether nothing more hangs beside them
    for branch in branches:
        lasts[branch.depth :] = [branch.is_last]
        limbs = "".join(OPEN if last else DOWN for last in lasts[1 : branch.depth])
        limbs += (LAST if branch.is_last else NEXT) if branch.depth else ""
        style = next((MARK_STYLES[mark] for mark in branch.marks), "")
        marks = f"  {CHOSEN} {', '.join(branch.marks)}" if branch.marks else ""
        yield Text.assemble(
            (limbs, "dim"),
            (_plain(branch.span, article), style),
            (f" {branch.upos} {branch.dep}", "dim"),
            (marks, style),
        )
