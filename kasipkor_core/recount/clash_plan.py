"""A schedule by itself and what it lacks: TC-C1 to TC-C3, TC-D2, TC-C10, TC-C11, TC-05, SL-05."""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterator

from kasipkor_core.recount.calendar import Item, find_regional_due
from kasipkor_core.recount.clash import Clash, World, list_regions, span_clash
from kasipkor_core.rulesets.calendar import Calendar

_DAY = dt.timedelta(days=1)


def check_rows(world: World) -> Iterator[Clash]:
    """TC-C1: as many rows as industries, numbers and industries each once."""
    schedules: dict[tuple[str, int], list[tuple[Item, Calendar]]] = defaultdict(list)
    for item, rules in world.list_checked():
        if item.kind == "schedule":
            schedules[item.programme, item.season].append((item, rules))
    for (programme, season), rows in schedules.items():
        republic = [item for item, _ in rows if item.level == "republic"]
        wanted = rows[0][1].contests
        if republic and wanted is not None and len(republic) != wanted:
            note = f"{len(republic)} / {wanted}"
            yield Clash("TC-C1", "rows_wrong", "error", f"schedule:{programme}-{season}", note=note)
        numbers = Counter(item.no for item in republic if item.no is not None)
        for number in (number for number, times in numbers.items() if times > 1):
            named = sorted(item.item for item in republic if item.no == number)
            yield Clash("TC-C1", "number_repeated", "error", named[0], note=", ".join(named))
        for name, times in Counter(item.item for item, _ in rows).items():
            if times > 1:
                unit = next(item.unit for item, _ in rows if item.item == name)
                yield Clash("TC-C1", "industry_repeated", "error", name, note=unit)


def check_windows(world: World) -> Iterator[Clash]:
    """TC-C2 and TC-C3: months in order and inside the school year, days inside the months."""
    for item, _ in world.list_checked():
        span, window = item.span, item.window or item.days
        if span is None or window is None:
            continue
        year = dt.date(item.season, 9, 1), dt.date(item.season + 1, 8, 31)
        backwards = span[0] > span[1] or window[0] > window[1]
        if backwards or window[0] < year[0] or window[1] > year[1]:
            reason = "window_backwards" if backwards else "outside_school_year"
            yield Clash("TC-C2", reason, "error", item.item, None, *span)
        if not item.is_in_window and item.window:
            note = "..".join(day.strftime("%Y-%m") for day in item.window)
            yield span_clash("TC-C3", "out_of_window", "warning", item, span, note=note)


def check_planned_hosts(world: World) -> Iterator[Clash]:
    """TC-D2: the contest is held where the schedule says."""
    for item, _ in world.list_checked():
        planned = item.planned_region
        if planned and item.region != planned:
            first, last = item.span or (None, None)
            yield Clash(
                "TC-D2", "host_differs", "warning", item.item, None, first, last, note=planned
            )


def check_base(world: World) -> Iterator[Clash]:
    """TC-C10: a base, and the partners of TC-D3 among the experts."""
    for item, rules in world.list_checked():
        if item.level != "republic":
            continue
        first, last = item.span or (None, None)
        if item.place is None:
            yield Clash("TC-C10", "base_missing", "warning", item.item, None, first, last)
        there = world.partners.get(item.item, frozenset())
        for partner in rules.partners:
            if partner not in there:
                yield Clash(
                    "TC-C10",
                    "partner_missing",
                    "warning",
                    item.item,
                    partner,
                    first,
                    last,
                    note=partner,
                )


def check_regions(world: World) -> Iterator[Clash]:
    """TC-C11: regions without an entry."""
    for item, _ in world.list_checked():
        span = item.span or (dt.date(item.season, 9, 1), dt.date(item.season + 1, 8, 31))
        entered = world.entered.get(item.item, frozenset())
        absent = [code for code in list_regions(world, span) if code not in entered]
        if item.level == "republic" and absent:
            note = ", ".join(absent)
            first, last = item.span or (None, None)
            yield Clash(
                "TC-C11", "no_participant", "warning", item.item, None, first, last, note=note
            )


def check_regional_stage(world: World) -> Iterator[Clash]:
    """TC-05 and SL-05: a regional stage that lasts too long."""
    for stage in world.items:
        due = find_regional_due(stage)
        for item in world.items:
            if due and item.span and item.span[1] > due and _is_stage_of(item, stage):
                yield span_clash(
                    _name_rule(stage),
                    "regional_late",
                    "warning",
                    item,
                    (due + _DAY, item.span[1]),
                    second=stage.item,
                    certain=item.days is not None and stage.days is not None,
                )


def check_regional_winners(world: World) -> Iterator[Clash]:
    """SL-05: every region has a winner before the republican stage."""
    for stage in world.items:
        due = find_regional_due(stage)
        if due is None or not (stage.rules and stage.rules.regional):
            continue
        have = {
            region
            for programme, season, unit, region in world.winners
            if (programme, season) == (stage.programme, stage.season)
            and (unit is None or stage.unit in (None, unit))
        }
        absent = [code for code in list_regions(world, (due, due)) if code not in have]
        if stage.rules.regional.needs_winner and absent:
            note = ", ".join(absent)
            rule = _name_rule(stage)
            yield Clash(rule, "no_winner", "warning", stage.item, None, due, due, note=note)


def _is_stage_of(item: Item, stage: Item) -> bool:
    same = (item.programme, item.season) == (stage.programme, stage.season)
    unit = item.unit is None or stage.unit in (None, item.unit)
    return same and unit and item.level == "oblast" and item.state == "planned"


def _name_rule(stage: Item) -> str:
    return stage.rules.regional.rule if stage.rules and stage.rules.regional else ""
