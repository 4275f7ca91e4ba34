"""What a visitor sends and cannot be done.

In:   the key of the phrase that says why.
Out:  Refused, which becomes a page that says so.
Not:  making that page: show/web/faults.py.
"""

BAD_REQUEST = 400


class Refused(Exception):
    """A form that is not ours, or that cannot be carried out as it was filled in."""

    def __init__(self, key: str, status: int = BAD_REQUEST) -> None:
        """Take the key of the phrase that says what is wrong, and the status."""
        super().__init__(key)
        self.key, self.status = key, status
