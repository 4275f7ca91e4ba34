"""Keep what was worked out of an article or a claim, as long as it is compared with others.

In:   a function of one sketch and what linking needs of the language.
Out:  the same function, which works once for each sketch while it is remembered.
Not:  what is kept on disk, which is the ledger.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from podobno.link.grammar import LinkGrammar

MOST = 32_000  # values of all functions together: those of some 400 articles with their claims
Thing = TypeVar("Thing")
Value = TypeVar("Value")


class Memory:
    """Values by function and by the very thing that they were worked out of."""

    def __init__(self) -> None:
        """Start empty."""
        self._held: OrderedDict[tuple[str, int], tuple[Any, Any]] = OrderedDict()

    def recall(self, work: str, thing: Thing, do: Callable[[], Value]) -> Value:
        """Return what a function gave for a thing, or let it work; the thing is held, so that its id stays its own."""
        found = self._held.get((work, id(thing)))
        if found is not None:
            self._held.move_to_end((work, id(thing)))
            value: Value = found[1]
            return value
        value = do()
        self._held[work, id(thing)] = (thing, value)
        if len(self._held) > MOST:
            self._held.popitem(last=False)
        return value


def remembered(
    work: Callable[[Thing, "LinkGrammar"], Value],
) -> Callable[[Thing, "LinkGrammar"], Value]:
    """Let a function work once for each sketch; what it gives must not be changed."""
    name = f"{work.__module__}.{work.__name__}"

    @wraps(work)
    def recalled(thing: Thing, grammar: "LinkGrammar") -> Value:
        return grammar.memory.recall(name, thing, lambda: work(thing, grammar))

    return recalled
