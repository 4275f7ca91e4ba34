"""Put records into the words and signs that people read.

In:   claims, figures, dates.
Out:  short texts: "BBC -> Jan Nowak" with an arrow, "at least 3,000", "March 2024".
Not:  where they stand on the screen, which is show/tables.py and show/marked.py.
"""

from collections.abc import Iterable
from decimal import Decimal

from podobno.ask.judgements import Ruling
from podobno.records.claims import STANCES, Claim, Source
from podobno.records.judgements import Judgement
from podobno.records.values import Figure

OPEN = ("..", "")  # an end of an EDTF interval that is not stated
ARROW = " \u2192 "  # from the article inward to the origin
NOBODY = "nobody named"  # for hearsay
UNKNOWN = "\u2013"  # a dash where nothing is known
ABOUT, AT_LEAST, AT_MOST = "\u2248", "\u2265", "\u2264"
UNSURE = "?!"  # before a claim's score that is below DOUBTFUL
DOUBTFUL = 0.4  # a score: of the claims below it some six in ten were read wrong, see docs/scores.md
SHORT_ID = 8  # hex digits of an id: enough to name an article to `podobno show`, a claim to `podobno explain`
SAME = {"claim": "one utterance", "article": "one story", "entity": "one entity"}  # what equal things are one of
ELLIPSIS = " \u2026 "  # between the spans of a claim that is cut in two

# One sign for each stance, legible without colour; all are one column wide.
SIGNS = dict(zip(STANCES, "\u2022\u2717\u2248\u00bb\u2713!\u25c7?~", strict=True))
COLOURS = dict(
    zip(
        STANCES,
        ("green", "red", "yellow", "cyan", "blue", "magenta", "bright_black", "bright_cyan", "yellow"),
        strict=True,
    )
)


def stance_words(claim: Claim) -> str:
    """Return the stance as a word; a claim that holds only under a condition says so: "asserts, if"."""
    return claim.stance + (", if" if claim.conditional else "")


def chain_words(chain: Iterable[Source]) -> str:
    """Return the chain with arrows, from the article inward to the origin."""
    return names_words(source.name for source in chain)


def speaker_words(claim: Claim) -> str:
    """Return the name of the one whose word it is in the end."""
    return claim.origin.name if claim.origin else NOBODY


def names_words(names: Iterable[str]) -> str:
    """Return names with arrows between them; none: that nobody is named."""
    return ARROW.join(names) or NOBODY


def judgement_words(judgement: Judgement, shown: Iterable[str]) -> str:
    """Return a judgement in a line; shown: its subjects, as they are to be read."""
    first, *others = shown
    told = {
        "same": f"{' = '.join((first, *others))}: {SAME.get(judgement.kind, '')}",
        "apart": f"{first} is apart from {', '.join(others)}",
        "chain": f"the chain of {first} is " + (f"{names_words(judgement.chain)}" if judgement.chain else "wrong"),
        "date": f"article {first} was published {judgement.value}",
        "grade": f"{judgement.kind} {first} graded {judgement.value}",
        "undo": f"{first} is undone",
    }[judgement.verdict]
    return f"{told}, says {judgement.by}" + (f": {judgement.note}" if judgement.note else "")


def ruling_words(ruling: Ruling, claim: Claim) -> str:
    """Return in one line what was judged of a claim: by whom, when."""
    judgement = ruling.judgement
    if judgement.verdict == "chain":
        told = f"chain set right, was {chain_words(claim.chain)}" if judgement.chain else "chain is wrong"
        return told + _signed_words(judgement)
    return grade_words(judgement)


def grade_words(judgement: Judgement) -> str:
    """Return in one line which grade was given to a source or a claim: by whom, when."""
    graded = judgement.subjects[0] if judgement.kind == "source" else "claim"
    return f"{graded} graded {judgement.value}{_signed_words(judgement)}"


def joining_words(ruling: Ruling, id_: str) -> str:
    """Return in one line with what a claim or article is held together, or apart from what: by whom, when."""
    judgement, first = ruling.judgement, ruling.subjects[0]
    is_same = judgement.verdict == "same"
    partners = [one for one in ruling.subjects if one != id_] if is_same or id_ == first else [first]
    told = f"{SAME[judgement.kind]} with" if is_same else "apart from"
    return f"{told} {', '.join(one[:SHORT_ID] for one in partners)}{_signed_words(judgement)}"


def date_words(judgement: Judgement) -> str:
    """Return in one line that a date was set right: by whom, when."""
    return f"published {judgement.value}, set right{_signed_words(judgement)}"


def _signed_words(judgement: Judgement) -> str:
    note = f": {judgement.note}" if judgement.note else ""
    return f", says {judgement.by} ({judgement.moment[:10]}){note}"


def score_words(claim: Claim) -> str:
    """Return a mark with its meaning where a claim was more likely read wrong than right; else nothing."""
    return f"{UNSURE} perhaps misread, score {claim.score:.2f}" if is_doubtful(claim) else ""


def is_doubtful(claim: Claim) -> bool:
    """Say whether a claim is to be marked: its score is below DOUBTFUL."""
    return claim.score < DOUBTFUL


def bounds_words(figure: Figure) -> str:
    """Return the bounds: "3,000", with a sign for about, at least, at most; "1,000-1,200 a day"."""
    about = ABOUT if figure.approximate else ""
    rate = f" a {figure.per}" if figure.per else ""
    return about + _bounds(figure.low, figure.high) + rate


def _bounds(low: Decimal | None, high: Decimal | None) -> str:
    if low is None:
        return AT_MOST + number_words(high)
    if high is None:
        return AT_LEAST + number_words(low)
    return number_words(low) if low == high else f"{number_words(low)}\u2013{number_words(high)}"


def number_words(value: Decimal | None) -> str:
    """Return a number with a comma between thousands; nothing for None."""
    if value is None:
        return ""
    whole = value.to_integral_value()
    return f"{int(whole):,}" if value == whole else f"{value.normalize():,f}"


def kind_words(*, is_capacity: bool, is_forecast: bool) -> str:
    """Return "capacity" or "forecast" where a figure is no count of what is; else nothing."""
    return ", ".join(["capacity"] * is_capacity + ["forecast"] * is_forecast)


def time_words(value: str) -> str:
    """Return a time in EDTF as a person would say it: "of 2024", "until 2024-12", "since 2023-08"."""
    begin, slash, end = value.partition("/")
    if not slash:
        return f"of {begin}"
    if begin in OPEN:
        return f"until {end}"
    return f"since {begin}" if end in OPEN else f"of {begin} to {end}"


def known(value: str | None) -> str:
    """Return the value, or a dash where it is unknown."""
    return value or UNKNOWN


def counted(number: int, noun: str) -> str:
    """Return "1 claim", "2 claims", "1,200 entries"."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun.removesuffix('y')}ies" if noun.endswith("y") else f"{number:,} {noun}s"
