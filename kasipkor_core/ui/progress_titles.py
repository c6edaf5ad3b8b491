"""The finding of an indicator as a title: who misses the target, or where one region stands."""

from kasipkor_core.i18n import ntext, text
from kasipkor_core.ui import reads
from kasipkor_core.ui.amounts import write_amount
from kasipkor_core.ui.progress import Row, Standing, write_target


def find_title(standing: Standing, region: str | None) -> str:
    """Return the finding: how many regions miss the target, or where one region stands.

    Args:
        standing: The indicator in the year.
        region: The region of the filter; None: all.
    """
    lang, summary = standing.lang, standing.summary
    if summary is None:
        return text("No data yet: {name}", lang, name=standing.indicator["short_name"])
    if region is not None and standing.indicator["is_regional"]:
        return _find_region_title(standing, region)
    if standing.has_target:
        return _find_target_title(standing, summary)
    return _find_country_title(standing, summary)


def _find_region_title(standing: Standing, region: str) -> str:
    lang, row = standing.lang, standing.of(region)
    name = reads.region_name(region, lang)
    if row is None or row["value"] is None:
        return text("{name}: no data", lang, name=name)
    value = write_amount(row["value"], standing.unit, lang, row["shown_decimals"] or 0)
    if row["target"] is None:
        return text("{name}: {value}, no target is set", lang, name=name, value=value)
    target = write_target(row["target"], row["target_maximum"], standing.unit, lang)
    if row["status"] == "met":
        return text("{name} has reached the target: {value}", lang, name=name, value=value)
    return text(
        "{name}: {value}, the target is {target}", lang, name=name, value=value, target=target
    )


def _find_target_title(standing: Standing, summary: Row) -> str:
    lang = standing.lang
    target = write_target(summary["target"], summary["target_maximum"], standing.unit, lang)
    missed = summary["not_met"] + summary["exceeded"]
    if summary["targets"] > 1 and (missed or summary["met"]):
        return _find_own_title(summary, missed, lang)
    if not missed:
        return _find_reached_title(summary, target, lang)
    if summary["target_maximum"] is not None:
        return ntext(
            "{n} region is outside {target}",
            "{n} regions are outside {target}",
            missed,
            lang,
            target=target,
        )
    if summary["exceeded"]:
        return ntext(
            "{n} region is above {target}",
            "{n} regions are above {target}",
            missed,
            lang,
            target=target,
        )
    if standing.unit == "percent":
        return ntext(
            "{n} region is short of the {target} target",
            "{n} regions are short of the {target} target",
            missed,
            lang,
            target=target,
        )
    return ntext(
        "{n} region is short of the target: {target}",
        "{n} regions are short of the target: {target}",
        missed,
        lang,
        target=target,
    )


def _find_own_title(summary: Row, missed: int, lang: str) -> str:
    """Return the finding where regions have different targets."""
    if missed:
        return ntext(
            "{n} region misses its own target", "{n} regions miss their own targets", missed, lang
        )
    return ntext(
        "{n} region has reached its own target",
        "{n} regions have reached their own targets",
        summary["met"],
        lang,
    )


def _find_reached_title(summary: Row, target: str, lang: str) -> str:
    if not summary["met"]:
        return text("No region has data yet; the target is {target}", lang, target=target)
    if summary["no_data"]:
        return ntext(
            "{n} region with data has reached the target: {target}",
            "All {n} regions with data have reached the target: {target}",
            summary["met"],
            lang,
            target=target,
        )
    return ntext(
        "{n} region has reached the target: {target}",
        "All {n} regions have reached the target: {target}",
        summary["met"],
        lang,
        target=target,
    )


def _find_country_title(standing: Standing, summary: Row) -> str:
    lang = standing.lang
    value = write_amount(
        summary["country_value"], standing.unit, lang, summary["country_decimals"] or 0
    )
    if not value:
        known = summary["regions"] - summary["no_data"]
        return ntext(
            "{n} region has data, no target is set",
            "{n} regions have data, no target is set",
            known,
            lang,
        )
    if summary["country_target"] is None:
        return text("{value} across the country, no target is set", lang, value=value)
    target = write_amount(summary["country_target"], standing.unit, lang)
    if summary["country_status"] == "met":
        return text(
            "{value} across the country: {target} reached", lang, value=value, target=target
        )
    return text(
        "{value} across the country, the target is {target}", lang, value=value, target=target
    )
