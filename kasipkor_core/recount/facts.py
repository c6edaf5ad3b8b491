"""What the second engine is given: the raw facts of one contest and the keys of its rules."""

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from kasipkor_core.recount.works import Work, WorkRules

Combine = Literal["mean", "sum", "median"]
Estimator = Literal["mad", "sd"]
WinnerTie = Literal["jury_decision", "share", "criteria_order"]

BARE_TOTAL = "total"


@dataclass(frozen=True)
class ScaleRules:
    """The standard scale (WM-20, WM-21).

    Attributes:
        centre: Score of the median (or mean) entry: 700 or 500.
        unit: Scale points of one spread.
        estimator: ``mad``: median and median deviation; ``sd``: mean and population deviation.
        factor: What the median deviation is multiplied by.
    """

    centre: int = 700
    unit: int = 30
    estimator: Estimator = "mad"
    factor: Decimal = Decimal("1.4826")


@dataclass(frozen=True)
class MedalRules:
    """Medals on the integer scale (WM-30 to WM-35).

    Attributes:
        tolerance: Scale points from the top of a medal group.
        fewest: Ranked entries that an award needs, as ``(("bronze", 6), ("silver", 5))``; an
            award that is not named needs none.
    """

    tolerance: int = 2
    fewest: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class PrizeRules:
    """Proposed categories (BP-15, BP-18).

    Attributes:
        max_winner: Winners there may be without anybody deciding.
        prize_places: Places that bring ``prize_N``.
        min_points: Fewest points of a winner or prize winner; null: none.
        winner_tie: What happens when several entries share the first place.
        criteria_order: Criteria that tell sharers of the first place apart.
    """

    max_winner: int = 1
    prize_places: tuple[int, ...] = (2, 3)
    min_points: Decimal | None = None
    winner_tie: WinnerTie = "jury_decision"
    criteria_order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Rules:
    """The keys of a ruleset that change a result.

    Attributes:
        judges: Scores that make a judgement mark (WM-05).
        top_score: Greatest judgement score.
        spread: Greatest difference of the scores of one judgement aspect (WM-06).
        partial_totals: An entry has a total from its first mark on (WM-11); otherwise only
            when nothing is missing (BP-10).
        combine: How the totals of several experts become one (BP-12).
        criteria: Criteria of the sheet; empty: those of the scheme, else those found.
        scale: The standard scale; null: none.
        medals: Medals on that scale; null: none.
        prizes: Winner and prize winners by place; null: none.
        work: What a submitted work must be.
    """

    judges: int = 3
    top_score: int = 3
    spread: Decimal = Decimal(1)
    partial_totals: bool = True
    combine: Combine = "mean"
    criteria: tuple[str, ...] = ()
    scale: ScaleRules | None = field(default_factory=ScaleRules)
    medals: MedalRules | None = field(default_factory=MedalRules)
    prizes: PrizeRules | None = None
    work: WorkRules = field(default_factory=WorkRules)


@dataclass(frozen=True)
class Aspect:
    """The smallest thing that is marked (WM-02); ``kind`` is M or J."""

    aspect: str
    criterion: str
    kind: str
    max_mark: Decimal


@dataclass(frozen=True)
class Mark:
    """One judge's value for one aspect of one entry; null: not marked."""

    entry_no: int
    aspect: str
    judge_no: int
    mark: Decimal | None


@dataclass(frozen=True)
class Score:
    """One judge's points for one criterion, or for ``total``; null: not marked."""

    entry_no: int
    judge_no: int
    criterion: str
    points: Decimal | None


@dataclass(frozen=True)
class ScaleScore:
    """A score on the standard scale, published elsewhere (WM-24)."""

    entry_no: int
    scale: int


@dataclass(frozen=True)
class Entry:
    """A competitor or team; only an active one that is no guest is ranked."""

    entry_no: int
    region: str | None = None
    is_guest: bool = False
    status: str = "active"


@dataclass(frozen=True)
class Decision:
    """A decision of people, about one entry or (null) the whole contest; newest last."""

    kind: str
    value: str
    entry_no: int | None = None


@dataclass(frozen=True)
class ContestFacts:
    """Everything in force about one contest."""

    rules: Rules = field(default_factory=Rules)
    is_archive: bool = False
    aspects: tuple[Aspect, ...] = ()
    marks: tuple[Mark, ...] = ()
    scores: tuple[Score, ...] = ()
    scale_scores: tuple[ScaleScore, ...] = ()
    entries: tuple[Entry, ...] = ()
    decisions: tuple[Decision, ...] = ()
    works: tuple[Work, ...] = ()
    level: str = "republic"


@dataclass(frozen=True)
class Points:
    """What the marks of one entry add up to.

    Attributes:
        points_sum: Points over ``judge_count`` judges; null: no total.
        judge_count: Divisor of ``points_sum``; null: no total.
        marks: Aspects or criteria that count.
        marks_expected: Aspects or criteria there are.
        open_aspects: Aspects in need of a re-score.
        criteria: Points of each criterion, mean of the judges, to tell ties apart.
    """

    points_sum: Decimal | None = None
    judge_count: int | None = None
    marks: int = 0
    marks_expected: int = 0
    open_aspects: int = 0
    criteria: tuple[tuple[str, Fraction], ...] = ()

    @property
    def total(self) -> Fraction | None:
        """Return the exact total in points; null: no total."""
        if self.points_sum is None or self.judge_count is None:
            return None
        return Fraction(self.points_sum) / self.judge_count


@dataclass(frozen=True)
class EntryTotal:
    """What the second engine finds for one entry: the columns of ``tally.entry_total``."""

    entry_no: int
    points_sum: Decimal | None
    judge_count: int | None
    place: int | None
    is_tied: bool
    scale: int | None
    scale_method: str | None
    award: str | None
    marks: int
    marks_expected: int
    open_aspects: int
