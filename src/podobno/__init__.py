"""Podobno reads news and keeps the books on claims: who says what, on whose word, how many, since when.

What is listed here is for users, and stays; anything else may change. Nothing is loaded before it is asked for.

    import podobno
    stages = podobno.open_stages()
    with podobno.open_ledger(path, clock=podobno.SystemClock()) as ledger:
        for outcome in podobno.read_into(ledger, podobno.read_paths([...]), stages, podobno.tell_maker(stages)):
            ...
        for answer in podobno.ask_claims(ledger, podobno.ClaimQuestion(by="...")):
            ...
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from podobno.ask.articles import find_article
    from podobno.ask.claims import ClaimAnswer, ClaimQuestion, ask_claims
    from podobno.ask.figures import FigureAnswer, FigureQuestion, ask_figures
    from podobno.ask.judgements import Ruling, apply_judgements, find_rulings
    from podobno.ledger.check import check_ledger
    from podobno.ledger.log import log_entries
    from podobno.ledger.opening import open_ledger
    from podobno.ledger.store import Ledger
    from podobno.ledger.text import print_ledger
    from podobno.read.paths import read_paths
    from podobno.read.settings import ReadSettings
    from podobno.records.claims import Claim, Source
    from podobno.records.errors import BadUse, LedgerBusy, LedgerError, PodobnoError
    from podobno.records.explanations import Explanation
    from podobno.records.judgements import Judgement
    from podobno.records.problems import Problem
    from podobno.records.readings import Reading
    from podobno.records.text import Article, Span
    from podobno.records.values import Figure, Time
    from podobno.run.clock import SystemClock
    from podobno.run.explain import explain_claim
    from podobno.run.load import load_into
    from podobno.run.local import read_into
    from podobno.run.makers import tell_maker
    from podobno.run.merge import merge_into
    from podobno.run.pipeline import open_stages
    from podobno.run.reread import reread_into
    from podobno.run.words import open_lemmas

PLACES = {
    "Article": "records.text",
    "BadUse": "records.errors",
    "Claim": "records.claims",
    "ClaimAnswer": "ask.claims",
    "ClaimQuestion": "ask.claims",
    "Explanation": "records.explanations",
    "Figure": "records.values",
    "FigureAnswer": "ask.figures",
    "FigureQuestion": "ask.figures",
    "Judgement": "records.judgements",
    "Ledger": "ledger.store",
    "LedgerBusy": "records.errors",
    "LedgerError": "records.errors",
    "PodobnoError": "records.errors",
    "Problem": "records.problems",
    "ReadSettings": "read.settings",
    "Reading": "records.readings",
    "Ruling": "ask.judgements",
    "Source": "records.claims",
    "Span": "records.text",
    "SystemClock": "run.clock",
    "Time": "records.values",
    "apply_judgements": "ask.judgements",
    "ask_claims": "ask.claims",
    "ask_figures": "ask.figures",
    "check_ledger": "ledger.check",
    "explain_claim": "run.explain",
    "find_article": "ask.articles",
    "find_rulings": "ask.judgements",
    "load_into": "run.load",
    "log_entries": "ledger.log",
    "merge_into": "run.merge",
    "open_ledger": "ledger.opening",
    "open_lemmas": "run.words",
    "open_stages": "run.pipeline",
    "print_ledger": "ledger.text",
    "read_into": "run.local",
    "read_paths": "read.paths",
    "reread_into": "run.reread",
    "tell_maker": "run.makers",
}

__all__ = [
    "Article",
    "BadUse",
    "Claim",
    "ClaimAnswer",
    "ClaimQuestion",
    "Explanation",
    "Figure",
    "FigureAnswer",
    "FigureQuestion",
    "Judgement",
    "Ledger",
    "LedgerBusy",
    "LedgerError",
    "PodobnoError",
    "Problem",
    "ReadSettings",
    "Reading",
    "Ruling",
    "Source",
    "Span",
    "SystemClock",
    "Time",
    "apply_judgements",
    "ask_claims",
    "ask_figures",
    "check_ledger",
    "explain_claim",
    "find_article",
    "find_rulings",
    "load_into",
    "log_entries",
    "merge_into",
    "open_ledger",
    "open_lemmas",
    "open_stages",
    "print_ledger",
    "read_into",
    "read_paths",
    "reread_into",
    "tell_maker",
]


def __getattr__(name: str) -> Any:
    """Load a public name when it is first asked for."""
    if name not in PLACES:
        raise AttributeError(f"module 'podobno' has no attribute {name!r}")
    return getattr(import_module(f"podobno.{PLACES[name]}"), name)
