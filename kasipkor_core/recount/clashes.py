"""Everything that speaks against a calendar, found again: TC-C1 to TC-C13, TC-05 and SL-05."""

from collections.abc import Callable, Iterator

from kasipkor_core.recount import clash_days, clash_plan
from kasipkor_core.recount.clash import Clash, World

_CHECKS: tuple[Callable[[World], Iterator[Clash]], ...] = (
    clash_plan.check_rows,
    clash_plan.check_windows,
    clash_plan.check_planned_hosts,
    clash_days.check_hosts,
    clash_days.check_people,
    clash_days.check_periods,
    clash_days.check_days_off,
    clash_plan.check_base,
    clash_plan.check_regions,
    clash_days.check_weeks,
    clash_plan.check_regional_stage,
    clash_plan.check_regional_winners,
)


def list_clashes(world: World) -> list[Clash]:
    """Return everything that speaks against the calendar."""
    return [clash for check in _CHECKS for clash in check(world)]
