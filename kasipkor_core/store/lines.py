"""One row of a decision made by hand."""

from typing import NamedTuple


class Line(NamedTuple):
    """One row of a decision.

    Attributes:
        kind: Kind of the decision.
        entry_no: The entry it is about; null: the contest.
        subject: As it was named.
        value: What was decided.
        decided_at: When, UTC in ISO 8601; null: now.
    """

    kind: str
    entry_no: int | None
    subject: str
    value: str
    decided_at: str | None = None
