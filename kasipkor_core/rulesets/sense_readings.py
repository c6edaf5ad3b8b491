"""What readings and the other answers to them lead to: keys, criteria, documents, values."""

from collections.abc import Iterator

from pydantic import BaseModel, ValidationError

from kasipkor_core.rulesets.model import Ruleset
from kasipkor_core.rulesets.selection import READ_ONCE
from kasipkor_core.rulesets.vacancy import Setting, Vacancy

Place = tuple[int | str, ...]
Fault = tuple[Place, str]


def list_reading_faults(ruleset: Ruleset) -> Iterator[Fault]:
    """Yield the places of readings and other answers that lead to nothing, and why.

    Args:
        ruleset: A ruleset. Judged points name a key of the file; sheets, funnels, exams and lists
            of conditions name it as the rulebook does, with its answer.
    """
    for number, reading in enumerate(ruleset.readings):
        is_own = reading.value is None or ruleset.engine == "points"
        if is_own and not ruleset.has_key(reading.key):
            yield ("readings", number, "key"), "there is no such key"
    yield from _list_unasked(ruleset)
    if ruleset.vacancy:
        yield from _list_settings(ruleset.vacancy)
    for number, one in enumerate(ruleset.selection.alternatives if ruleset.selection else ()):
        for order, setting in enumerate(one.sets):
            if setting.key in READ_ONCE:
                place = ("selection", "alternatives", number, "sets", order, "key")
                yield place, f"{setting.key} is the same by every reading"


def _list_unasked(ruleset: Ruleset) -> Iterator[Fault]:
    asked = {reading.reading for reading in ruleset.readings}
    vacancy = ruleset.vacancy.alternatives if ruleset.vacancy else ()
    selection = ruleset.selection.alternatives if ruleset.selection else ()
    answered = {
        "vacancy": [one.reading for one in vacancy],
        "selection": [one.reading for one in selection],
    }
    for table, readings in answered.items():
        for number, reading in enumerate(readings):
            if reading not in asked:
                yield (table, "alternatives", number, "reading"), "there is no such reading"


def _list_settings(rules: Vacancy) -> Iterator[Fault]:
    for number, one in enumerate(rules.alternatives):
        place = ("vacancy", "alternatives", number)
        faults = [
            ((*place, "sets", order, key), why)
            for order, setting in enumerate(one.sets)
            for key, why in _list_setting_faults(rules, setting)
        ]
        yield from faults
        if faults:
            continue
        try:
            rules.read_as(one)
        except ValidationError as error:
            first = error.errors()[0]
            key = ".".join(str(part) for part in first["loc"])
            yield (*place, "sets"), f"{key}: {first['msg']}"


def _list_setting_faults(rules: Vacancy, setting: Setting) -> Iterator[tuple[str, str]]:
    found = _find_thing(rules, setting)
    if isinstance(found, str):
        yield found, f"there is no such {found}"
        return
    for key in ("key", "instead_of"):
        name = getattr(setting, key)
        if name is not None and name not in type(found).model_fields:
            yield key, f"{name} is no key"


def _find_thing(rules: Vacancy, setting: Setting) -> BaseModel | str:
    """Return what a setting leads to, or the key that names what there is not."""
    if setting.document is not None:
        return next((one for one in rules.documents if setting.is_about(one)), "document")
    if setting.criterion is None:
        return "criterion" if setting.option or setting.form else rules
    criterion = next((one for one in rules.criteria if setting.is_about(one)), None)
    if criterion is None:
        return "criterion"
    if setting.option is None:
        return criterion
    return next((one for one in criterion.options if setting.is_about(one)), "option")
