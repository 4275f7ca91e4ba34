"""The list of stories, kept at hand: to go through all links of a large ledger takes seconds.

In:   a ledger's file.
Out:  stories as cards, the newest first, as the clocks show them.
Not:  making a list: show/web/storylists.py.
"""

import sys
import time
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from threading import Lock, Thread

from podobno.ledger.opening import open_ledger
from podobno.ledger.store import Ledger
from podobno.records.clocks import ALL, Clocks
from podobno.records.errors import PodobnoError
from podobno.show.web.storylists import StoryList, list_stories, list_until

MOST_LISTS = 8  # days at which one looks back and forth
PATIENCE = 10  # a list is made anew at most in a tenth of the time, however fast the ledger grows
SOON_S = 0.2  # a list that takes longer is made anew behind the scenes, and until then the older one is shown
Stamp = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A list with the state of the file that it was made from, when that was and how long it took."""

    stamp: Stamp
    made: float
    took: float
    list: StoryList


class Shelf:
    """The lists of stories that were asked for last."""

    def __init__(self, path: Path) -> None:
        """Take a ledger's file."""
        self._path, self._lock = path, Lock()
        self._making: dict[Clocks, Lock] = {}
        self._kept: OrderedDict[Clocks, Kept] = OrderedDict()

    def stories(self, ledger: Ledger, clocks: Clocks) -> StoryList:
        """Return the stories as the clocks show them; where the ledger grows, a list may be some seconds old."""
        asked = Clocks(as_of=clocks.as_of, known=clocks.known)
        kept = self._at_hand(asked)
        if kept is None or not (self._is_fresh(kept) or self._may_wait(asked, kept)):
            kept = self._make(ledger, asked)
        return kept.list

    def warm(self, clocks: Clocks = ALL) -> None:
        """Make a list before anybody waits for it."""
        with open_ledger(self._path) as ledger:
            self._make(ledger, clocks)

    def _at_hand(self, asked: Clocks) -> Kept | None:
        with self._lock:
            if asked in self._kept:
                self._kept.move_to_end(asked)
            return self._kept.get(asked)

    def _is_fresh(self, kept: Kept) -> bool:
        return kept.stamp == self._stamp() or time.monotonic() - kept.made < PATIENCE * kept.took

    def _may_wait(self, asked: Clocks, kept: Kept) -> bool:
        """Say whether an older list will do, and have it made anew where it does."""
        if kept.took < SOON_S:
            return False
        if not self._turn(asked).locked():
            Thread(target=self._renew, args=(asked,), daemon=True).start()
        return True

    def _renew(self, asked: Clocks) -> None:
        try:
            self.warm(asked)
        except PodobnoError as error:
            sys.stderr.write(f"podobno: {error}\n")

    def _turn(self, asked: Clocks) -> Lock:
        with self._lock:
            return self._making.setdefault(asked, Lock())

    def _make(self, ledger: Ledger, asked: Clocks) -> Kept:
        with self._turn(asked):
            kept = self._at_hand(asked)
            if kept is None or not self._is_fresh(kept):  # else another one made it while we waited
                kept = self._made(ledger, asked)
                self._keep(asked, kept)
        return kept

    def _made(self, ledger: Ledger, asked: Clocks) -> Kept:
        stamp, start = self._stamp(), time.monotonic()
        if asked.as_of is None:
            made = list_stories(ledger, asked.known)
        else:
            made = list_until(self.stories(ledger, Clocks(known=asked.known)), ledger, asked)
        now = time.monotonic()
        return Kept(stamp, now, now - start, made)

    def _keep(self, asked: Clocks, kept: Kept) -> None:
        with self._lock:
            self._kept[asked] = kept
            self._kept.move_to_end(asked)
            while len(self._kept) > MOST_LISTS:
                gone, _ = self._kept.popitem(last=False)
                self._making.pop(gone, None)

    def _stamp(self) -> Stamp:
        files = (self._path, self._path.with_name(self._path.name + "-wal"))
        states = [file.stat() for file in files if file.exists()]
        return tuple(part for state in states for part in (state.st_mtime_ns, state.st_size))
