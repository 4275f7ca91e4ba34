"""Grounds of claims: the rule, the row, the nouns, the words that decide."""

import re

import pytest
from tests.rules.sources import CODE

from podobno.claim.explain import ground_claim
from podobno.claim.reasons import NAMINGS, RULES, STEPS, WAYS
from podobno.find.finders import find_all
from podobno.parse.articles import parse_article
from podobno.records.text import Article


def grounds_of(stages, text):
    """The article, and the grounds of each of its claims."""
    article = Article(text=text, language="pl", published="2024-05-15")
    parsed = parse_article(article, stages.parser)
    found = find_all(parsed, stages.finders)
    claims = next(stages.read([article])).claims
    return article, [ground_claim(parsed, found, stages.words, claim) for claim in claims]


def words(article, signs):
    return [(article.quotation(sign.span), sign.told) for sign in signs]


def test_every_rule_that_makes_a_draft_is_told_in_a_line():
    files = [path for path in (CODE / "claim").glob("*.py") if path.name != "reasons.py"]
    named = {name for path in files for name in re.findall(r'rule=f?"([a-z-]+)', path.read_text(encoding="utf-8"))}
    assert named - set(RULES) == set()


@pytest.mark.parametrize("lines", [RULES, WAYS, NAMINGS, STEPS])
def test_a_reason_is_one_short_line(lines):
    assert [line for line in lines.values() if len(line) > 80 or "\n" in line] == []


def test_a_claim_is_grounded_in_itself(stages):
    _, (grounds,) = grounds_of(stages, "Wójt Jan Wilk poinformował, że most jest zamknięty.")
    assert (grounds.rule, grounds.claim.rule) == ("clause", "clause")


def test_the_cue_names_the_row_of_the_lexicon(stages):
    _, (grounds,) = grounds_of(stages, "Wójt Jan Wilk poinformował, że most jest zamknięty.")
    assert re.fullmatch(r"packs/pl/lexicon/speech_verbs\.csv:\d+", grounds.usage.place)
    assert grounds.usage.stance == "asserts"
    assert "[poinformował]" in grounds.usage.example


def test_the_heaviest_noun_speaks_and_its_parts_add_up(stages):
    _, (grounds,) = grounds_of(stages, "W środę wójt Jan Wilk poinformował radę, że most jest zamknięty.")
    assert (grounds.choice.way, grounds.choice.name) == ("weighed", "Jan Wilk")
    assert [one.is_chosen for one in grounds.choice.weighed][:2] == [True, False]
    for one in grounds.choice.weighed:
        assert one.total == pytest.approx(one.tree + one.case + one.agreement + one.kind + one.place)


@pytest.mark.parametrize(
    ("text", "way", "naming", "heard"),
    [
        ("Hydrologów martwi, że rzeki wysychają.", "moved", "noun", None),
        ("Wójt Jan Wilk przyszedł. Dodał, że most pęka.", "none", "earlier", "Jan Wilk"),
        ("Jan Wilk jest wójtem. Wójt dodał, że most pęka.", "weighed", "role", "Jan Wilk"),
        ("Według straży pożarnej nikt nie ucierpiał.", "source-phrase", "noun", None),
        ("Jan Wilk ocenił, że most pęka.", "weighed", "name", None),
    ],
)
def test_the_choice_tells_whom_the_word_stands_for(stages, text, way, naming, heard):
    article, grounds = grounds_of(stages, text)
    choice = grounds[-1].choice
    told = article.quotation(choice.heard) if choice.heard is not None else None
    assert (choice.way, choice.naming, told) == (way, naming, heard)


@pytest.mark.parametrize(
    ("text", "signs"),
    [
        ("Jan Wilk powiedział, że most jest zamknięty.", [("powiedział", "the cue's own")]),
        ("Jan Wilk powiedział, że most będzie zamknięty.", [("będzie", "Tense=Fut")]),
        ("Jan Wilk powiedział, że most powinien być zamknięty.", [("powinien", "rules/stance.toml: deontic")]),
        ("Jan Wilk nie wierzy, że most pęka.", [("wierzy", "the cue's own when it is negated")]),
    ],
)
def test_the_stance_names_the_word_that_decides_it(stages, text, signs):
    article, (grounds,) = grounds_of(stages, text)
    assert words(article, grounds.stance) == signs


def test_a_condition_names_its_word(stages):
    article, (grounds,) = grounds_of(stages, "Jan Wilk powiedział, że jeśli woda opadnie, otworzy most.")
    assert words(article, grounds.condition) == [("jeśli", "rules/attribution.toml: condition")]


def test_each_step_of_a_chain_has_its_words(stages):
    article, (grounds,) = grounds_of(stages, "Wójt Jan Wilk przyznał w rozmowie z BBC, że most pęka.")
    steps = [(step.name, step.way, article.quotation(step.span)) for step in grounds.steps]
    assert [step[:2] for step in steps] == [("BBC", "medium"), ("Jan Wilk", "origin")]
    assert steps[0][2] == "BBC"


def test_the_tree_holds_each_word_of_the_sentence_once_below_its_head(stages):
    article, (grounds,) = grounds_of(stages, "Jan Wilk powiedział, że most pęka.")
    assert sorted(branch.span.start for branch in grounds.tree) == [0, 4, 9, 19, 21, 24, 29, 33]
    assert (article.quotation(grounds.tree[0].span), grounds.tree[0].depth) == ("powiedział", 0)
    marks = {article.quotation(branch.span): branch.marks for branch in grounds.tree if branch.marks}
    assert marks["powiedział"] == ("cue",)
    assert marks["Jan"] == ("speaker",)
    assert marks["pęka"] == ("content",)
