"""Resolving: the text of a cell becomes the thing it names."""

import datetime as dt
import re
from collections.abc import Callable

from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.formats import SheetField, list_empty_words, list_total_words
from kasipkor_core.sheets.known import Known, RegionAlias, squeeze
from kasipkor_core.sheets.listed import COUNTRY, is_country, read_listed
from kasipkor_core.sheets.terms import find_window, read_term
from kasipkor_core.sheets.values import (
    Cell,
    clean,
    find_near,
    read_aspect,
    read_choice,
    read_date,
    read_datetime,
    read_decimal,
    read_integer,
    read_season,
    read_text,
)

Resolver = Callable[[str, str], Cell]
_NUMBER_WORDS = frozenset(
    fold(word) for word in ("skill", "№", "құзырет", "компетенция", "құзыреттілік", "номер")
)
_OF_ENTRIES = frozenset({"marks", "works"})  # whose entries must be there already
_PLAIN: dict[str, Callable[[str], Cell]] = {
    "text": read_text,
    "code": read_text,
    "decimal": read_decimal,
    "integer": read_integer,
    "season": read_season,
    "date": read_date,
    "datetime": read_datetime,
    "term": read_term,
}
Period = tuple[dt.date, dt.date]


def make_resolver(field: SheetField, known: Known, accepted: dict[str, str]) -> Resolver:
    """Return the function that reads one cell of a field.

    Args:
        field: The field.
        known: What names can mean.
        accepted: Repairs the user took: ``field:found`` to the value.

    Returns:
        ``(found, context) -> Cell``. The context is what else decides: the contest, or the
        season, or the programme; a cell that says it is empty has neither value nor repair.
    """
    read = _choose_reader(field, known)

    def resolve(found: str, context: str) -> Cell:
        taken = accepted.get(f"{field.name}:{found}") if accepted else None
        if taken is not None:
            return Cell(taken, "accepted")
        if fold(found) in list_empty_words() and field.type != "boolean":
            return Cell(None)
        return read(found, context)

    return resolve


def _choose_reader(field: SheetField, known: Known) -> Resolver:
    if field.type in _PLAIN:
        plain = _PLAIN[field.type]
        return lambda found, _: plain(found)
    if field.choices:
        choices = field.choices
        return lambda found, _: read_choice(found, choices)
    if field.catalogue:
        catalogue = field.catalogue
        return lambda found, _: read_listed(found, catalogue, known.names.units)
    named: dict[str, Callable[[str, str, Known], Cell]] = {
        "region": _read_region,
        "area": _read_area,
        "member": _read_member,
        "unit": _read_unit,
        "industry": _read_industry,
        "contest": _read_contest,
        "entry": _read_entry,
        "aspect": _read_known_aspect,
        "judge": _read_judge,
    }
    reader = named[field.type]
    return lambda found, context: reader(found, context, known)


def _read_region(found: str, context: str, known: Known) -> Cell:
    """Resolve a region at the time of the contest or season.

    Source: CONTRACTS "Ids" (former names by date, ambiguous text is asked).
    """
    folded = fold(found)
    if folded in list_total_words():
        return Cell(None, "total_row")
    aliases = known.names.aliases.get(folded)
    if aliases is None:
        near = find_near(found, tuple(known.names.aliases))
        contest = known.contests.get(context)
        if contest is not None and contest.level == "international":
            return Cell(clean(found), "member")
        return Cell(None, "unknown_region", _first_region(known, near))
    return _choose_alias(aliases, folded, context, known)


def _choose_alias(aliases: list[RegionAlias], folded: str, context: str, known: Known) -> Cell:
    period = _find_period(context, known)
    valid = [alias for alias in aliases if period is None or _overlaps(alias, period)]
    regions = {alias.region for alias in (valid or aliases)}
    if regions != {None} and len(regions) == 1:
        (region,) = regions
        return Cell(region, _name_region_repair(valid, period))
    choices = regions - {None} or _list_alike(folded, known)
    return Cell(None, "ambiguous_region", ",".join(sorted(str(choice) for choice in choices)))


def _name_region_repair(valid: list[RegionAlias], period: Period | None) -> str | None:
    if not valid:
        return "former_region"
    if all(alias.kind == "former" for alias in valid):
        is_dated = any(alias.valid_to or alias.valid_from for alias in valid)
        return None if period and is_dated else "former_region"
    return "centre_of_region" if all(alias.kind == "admin_centre" for alias in valid) else None


def _overlaps(alias: RegionAlias, period: Period) -> bool:
    first, last = period
    return (alias.valid_from or first) <= last and (alias.valid_to or last) >= first


def _find_period(context: str, known: Known) -> Period | None:
    contest = known.contests.get(context)
    if contest is not None and contest.starts_on is not None:
        return contest.starts_on, contest.ends_on or contest.starts_on
    words = str(contest.season) if contest is not None else context
    season, term, day = (*words.split(" "), "", "")[:3]
    if day:
        return dt.date.fromisoformat(day), dt.date.fromisoformat(day)
    if not season.isdecimal():
        return None
    if term:
        return find_window(term, int(season))
    return dt.date(int(season), 1, 1), dt.date(int(season), 12, 31)


def _list_alike(folded: str, known: Known) -> set[str]:
    """Return the regions whose name begins with the text."""
    return {
        region
        for region, names in known.names.regions.items()
        if any(f"{fold(name)} ".startswith(f"{folded} ") for name in names)
    }


def _first_region(known: Known, near: str | None) -> str | None:
    aliases = known.names.aliases.get(near or "", [])
    return next((alias.region for alias in aliases if alias.region), None)


def _read_member(found: str, context: str, known: Known) -> Cell:
    """Resolve a member of WorldSkills or a region; an unknown one is kept and said so."""
    plain = clean(found)
    if fold(plain) in list_total_words():
        return Cell(None, "total_row")
    if re.fullmatch(r"[A-Z]{2,3}", plain):
        return Cell(plain)
    cell = _read_region(found, context, known)
    return cell if cell.value else Cell(plain, "member")


def _read_area(found: str, context: str, known: Known) -> Cell:
    """Resolve a region, or the country as a whole."""
    return Cell(COUNTRY) if is_country(found) else _read_region(found, context, known)


def _read_unit(found: str, context: str, known: Known) -> Cell:
    """Resolve a skill or industry of the programme: number or any name.

    Source: CONTRACTS "Ids" (skills carry an edition), "Sheet formats" (archive).
    """
    programme, _, kind = context.partition(" ")
    units = known.names.units.get(programme, {})
    unit = units.get(fold(found)) or units.get(_find_number(found) or "")
    if unit:
        return Cell(unit)
    near = find_near(found, tuple(units))
    if kind == "archive":
        return Cell(clean(found), "unit_kept")
    if programme in {"worldskills", "teacher-skill"}:
        return Cell(None, "unknown_unit", units[near] if near else None)
    return Cell(re.sub(r"[^\w]+", "_", clean(found).casefold()).strip("_"), "unit_kept")


def _find_number(found: str) -> str | None:
    """Return the number of a skill out of ``Skill 9`` or ``№ 09``; never out of ``HM2``."""
    *words, last = fold(found).split() or [""]
    is_number = last.isdecimal() and len(words) <= 1 and set(words) <= _NUMBER_WORDS
    return last.zfill(2) if is_number else None


def _read_industry(found: str, _context: str, known: Known) -> Cell:
    units = known.names.units.get("best-professionals", {})
    near = find_near(found, tuple(units))
    unit = units.get(fold(found))
    return Cell(unit) if unit else Cell(None, "unknown_unit", units[near] if near else None)


def _read_contest(found: str, _context: str, known: Known) -> Cell:
    plain = clean(found)
    contest, slash, entry = plain.partition("/")
    if contest not in known.contests:
        return Cell(None, "unknown_contest")
    if slash and entry not in known.entries.get(contest, ()):
        return Cell(None, "unknown_entry", find_near(entry, tuple(known.fold_entries(contest))))
    return Cell(plain, "spaces" if plain != found else None)


def _read_entry(found: str, context: str, known: Known) -> Cell:
    """Resolve an entry by its id, or by its name where only one entry has it."""
    plain = clean(found)
    contest, _, kind = context.partition("\x1e")
    if fold(plain) in list_total_words():
        return Cell(None, "total_row")
    if kind not in _OF_ENTRIES:
        return read_text(found)
    if plain in known.entries.get(contest, ()):
        return Cell(plain, "spaces" if plain != found else None)
    entries = known.fold_entries(contest)
    entry = entries.get(fold(plain))
    if entry:
        return Cell(entry, None if entry != plain and fold(entry) != fold(plain) else "look_alike")
    near = find_near(plain, tuple(entries)) or _find_padded(plain, tuple(entries))
    return Cell(None, "unknown_entry", entries.get(near) if near else None)


def _find_padded(plain: str, entries: tuple[str, ...]) -> str | None:
    """Return the entry that lost its leading zeros in a spreadsheet."""
    return next((entry for entry in entries if entry.lstrip("0") == plain.lstrip("0")), None)


def _read_known_aspect(found: str, context: str, known: Known) -> Cell:
    """Resolve an aspect of the scheme, or a criterion; a scheme's own sheet names new ones."""
    cell = read_aspect(found)
    contest, _, kind = context.partition("\x1e")
    if kind != "marks" or cell.value is None:
        return cell
    aspects = known.aspects.get(contest, {})
    aspect = aspects.get(squeeze(cell.value))
    if aspect:
        return Cell(aspect, cell.repair)
    near = find_near(cell.value, tuple(aspects))
    return Cell(None, "unknown_aspect" if aspects else "no_scheme", aspects.get(near or ""))


def _read_judge(found: str, context: str, known: Known) -> Cell:
    """Resolve a judge among the experts of the contest; codes with figures are taken as given."""
    cell = read_text(found)
    experts = known.experts.get(context.partition("\x1e")[0], {})
    if cell.value is None or not experts or any(sign.isdecimal() for sign in cell.value):
        return cell
    expert = experts.get(fold(cell.value))
    near = find_near(cell.value, tuple(experts))
    return Cell(expert) if expert else Cell(None, "unknown_judge", experts.get(near or ""))
