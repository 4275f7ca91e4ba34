"""Explain claims on request: the weights are read when somebody first asks, and one article is read at a time.

In:   a ledger, a claim's id.
Out:  its explanation; None while others are waiting.
Not:  the reasons: claim/explain.py.
"""

from threading import Lock

from podobno.ledger.store import Ledger
from podobno.records.explanations import Explanation
from podobno.run.explain import explain_claim
from podobno.run.pipeline import Stages, open_stages
from podobno.show.settings import read_settings

PATIENCE_S = 20.0  # that one waits for the articles of others to be read


class Explainer:
    """What explains claims, one at a time."""

    def __init__(self, patience_s: float = PATIENCE_S) -> None:
        """Hold no weights yet."""
        self._patience_s = patience_s
        self._lock = Lock()
        self._stages: Stages | None = None

    def explain(self, ledger: Ledger, id_: str) -> Explanation | None:
        """Return the explanation of a claim, or None where too many others wait for theirs."""
        if not self._lock.acquire(timeout=self._patience_s):
            return None
        try:
            if self._stages is None:
                self._stages = open_stages(parser=read_settings().parser)
            return explain_claim(ledger, id_, self._stages)
        finally:
            self._lock.release()
