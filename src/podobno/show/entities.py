"""Ask a ledger for entities and show them, as blocks for people or as JSON lines.

In:   a question, the ledger's file.
Out:  entities on standard output; how many there are on standard error.
Not:  the entities themselves, which are ask/entities.py.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from podobno.ask.entities import EntityAnswer, EntityQuestion, ask_entities
from podobno.link.reasons import NAME_WORDS
from podobno.run.words import open_lemmas, open_names
from podobno.show.questions import open_book, print_lines, print_pages, tell
from podobno.show.words import counted

DOT = " \u00b7 "


def show_entities(question: EntityQuestion, limit: int | None, ledger: Path | None, as_json: bool) -> None:
    """Show the entities that a question asks for."""
    with open_book(ledger) as book:
        found = ask_entities(book, open_names(), question, open_lemmas())
        answers = found[:limit]
        if as_json:
            print_lines(_dict(one) for one in answers)
        else:
            print_pages(line for one in answers for line in _lines(one))
        left = f", {len(answers)} shown" if len(answers) < len(found) else ""
        tell(counted(len(found), "entity") + left, book, question.clocks.as_of, as_json)


def _lines(answer: EntityAnswer) -> Iterator[Any]:
    from rich.text import Text

    entity = answer.entity
    counts = f"{counted(answer.articles, 'article')}{DOT}{counted(answer.claims, 'claim')}"
    yield Text.assemble((entity.name, "bold"), f"{DOT}{entity.kind}{DOT}{counts}")
    for other in entity.others:
        yield Text.assemble("    ", other.name.base, (f"{DOT}{NAME_WORDS[other.reason]} {other.like}", "dim"))
    if answer.roles:
        yield Text.assemble("    ", (f"as {', '.join(answer.roles)}", "dim"))


def _dict(answer: EntityAnswer) -> dict[str, Any]:
    entity = answer.entity
    others = [
        {"name": other.name.base, "kind": other.name.kind, "like": other.like, "reason": other.reason}
        for other in entity.others
    ]
    return {
        "name": entity.name,
        "kind": entity.kind,
        "others": others,
        "roles": list(answer.roles),
        "articles": answer.articles,
        "claims": answer.claims,
    }
