"""The look all charts share: colours of the theme, the reader's numbers and months."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, TypeVar

import altair as alt
from altair.utils import schemapi

from kasipkor_core.palette import Theme, colours

Value = TypeVar("Value", bound=alt.SchemaBase)

LABEL = 13
_CHOSEN = "chosen"
SIGNED = "datum.value == 0 ? '0' : format(datum.value, '+')"
IS_CHOSEN = f"datum.code == {_CHOSEN}"
_MONTHS = {
    "kk": "қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    "ru": "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
}
_SHORT = {
    "kk": "қаң ақп нау сәу мам мау шіл там қыр қаз қар жел",
    "ru": "янв фев мар апр май июн июл авг сен окт ноя дек",
}
_DAYS = {
    "kk": "жексенбі дүйсенбі сейсенбі сәрсенбі бейсенбі жұма сенбі",
    "ru": "воскресенье понедельник вторник среда четверг пятница суббота",
}
_SHORT_DAYS = {"kk": "жс дс сс ср бс жм сб", "ru": "вс пн вт ср чт пт сб"}


def finish(
    layers: Sequence[alt.Chart],
    *,
    lang: str,
    theme: Theme,
    is_choosable: bool = False,
    **frame: object,
) -> dict[str, Any]:
    """Return layers as one Vega-Lite spec in the house's look and the reader's language.

    Each layer is written by itself and put beside the others here: ``alt.layer`` copies all of
    them anew at every further call, a third of the work of a page of charts.

    Args:
        layers: Charts of this module, each with one mark, the lowest first.
        lang: kk, ru or en: decimal sign, digit groups, names of months.
        theme: light or dark.
        is_choosable: The chart shows which region is chosen, see ``choose``.
        frame: What belongs to all layers together, as ``height`` or ``projection``.
    """
    datasets: dict[str, Any] = {}
    within = {"datasets": datasets, "top_level": False}
    drawn = [layer.to_dict(validate=schemapi.DEBUG_MODE, context=within) for layer in layers]
    params = [_lift_pick(layer) for layer in drawn if "params" in layer]
    params += [{"name": _CHOSEN, "value": ""}] if is_choosable else []
    shared = drawn[0]["data"] if all(one["data"] == drawn[0]["data"] for one in drawn) else None
    if shared:
        drawn = [{name: part for name, part in one.items() if name != "data"} for one in drawn]
    return {
        "$schema": alt.SCHEMA_URL,
        "config": _configure(lang, theme),
        "width": "container",
        **frame,
        **({"data": shared} if shared else {}),
        **({"datasets": datasets} if datasets else {}),
        **({"params": params} if params else {}),
        "layer": drawn,
    }


def _lift_pick(layer: dict[str, Any]) -> dict[str, Any]:
    """Take what a click on a layer selects out of it: Streamlit looks for it above the layers."""
    (param,) = layer.pop("params")
    layer["name"] = f"{param['name']}_view"
    return {**param, "views": [layer["name"]]}


def _configure(lang: str, theme: Theme) -> dict[str, Any]:
    tint = colours(theme)
    return {
        "aria": False,  # the figure has its own text; an empty layer would be a picture without
        "background": "transparent",
        "mark": {"aria": False},
        "autosize": {"type": "fit", "contains": "padding"},
        "font": "Noto Sans, Kasipkor Signs, sans-serif",
        "view": {"stroke": None},
        "axis": {
            "labelFontSize": LABEL,
            "labelColor": tint.mute,
            "labelFlush": False,
            "titleColor": tint.mute,
            "gridColor": tint.grid,
            "domain": False,
            "ticks": False,
            "labelPadding": 8,
        },
        "legend": {
            "labelFontSize": LABEL,
            "labelColor": tint.mute,
            "titleColor": tint.mute,
            "layout": {"top": {"anchor": "end"}},  # over the labels, never cut
        },
        "locale": _locale(lang),
    }


def trust() -> None:
    """Make charts without asking the Vega-Lite schema about every part: the tests have asked."""
    schemapi.disable_debug_mode()


def fill(
    bare: dict[str, Any],
    tables: Mapping[str, object],
    *,
    height: int | None = None,
    **values: object,
) -> dict[str, Any]:
    """Return a chart with its data: Altair takes a tenth of a second to check one, this nothing.

    Args:
        bare: A chart made once: data called ``@name``, lists that depend on them ``["@name"]``.
        tables: Data by name; in the chart they are called by their content, so that the browser
            draws them anew when it changes.
        height: Pixels, where they depend on the data.
        values: What stands for the other names.
    """
    names = {f"@{name}": _name_data(rows) for name, rows in tables.items()}
    named = {f"@{name}": value for name, value in values.items()}
    spec: dict[str, Any] = _put(bare, named | names)
    data = {names[f"@{name}"]: rows for name, rows in tables.items()}
    spec["datasets"] = {**data, **spec.get("datasets", {})}
    return spec if height is None else {**spec, "height": height}


def _put(part: Any, values: Mapping[str, object]) -> Any:  # noqa: ANN401  any part of a spec
    if isinstance(part, dict):
        return {name: _put(inner, values) for name, inner in part.items()}
    if isinstance(part, list):
        is_name = len(part) == 1 and isinstance(part[0], str) and part[0] in values
        return values[part[0]] if is_name else [_put(inner, values) for inner in part]
    return values.get(part, part) if isinstance(part, str) else part


def _name_data(rows: object) -> str:
    content = json.dumps(rows, ensure_ascii=False, default=str).encode()
    return f"data-{hashlib.blake2b(content, digest_size=16).hexdigest()}"


def top_legend(**more: Any) -> alt.Legend:  # noqa: ANN401  altair checks
    """Return a legend above the chart, in one line unless ``columns`` says otherwise."""
    return alt.Legend(title=None, orient="top", **more)


def choose(spec: dict[str, Any], code: str | None) -> dict[str, Any]:
    """Return the same spec with another region chosen, without making the chart again."""
    params = [
        {**one, "value": code or ""} if one["name"] == _CHOSEN else one for one in spec["params"]
    ]
    return {**spec, "params": params}


def when(channel: type[Value], test: str, value: object, other: object) -> Value:
    """Return a channel that is one value where the test holds and another where it does not."""
    return channel(other, condition={"test": test, "value": value})


def hold(channel: type[Value], value: object) -> Value:
    """Return a channel of one value; for ``alt.value`` Altair tries the channel's other forms."""
    return channel(value)


def pick(name: str) -> alt.Parameter:
    """Return what a click on a region selects: its code, and nothing else changes."""
    return alt.selection_point(name=name, fields=["code"], on="click", toggle=False)


@cache
def _locale(lang: str) -> dict[str, Any]:
    if lang == "en":
        return {
            "number": {"decimal": ".", "thousands": ",", "grouping": [3], "currency": ["₸", ""]}
        }
    number = {
        "decimal": ",",
        "thousands": "\u202f",
        "grouping": [3],
        "currency": ["", " ₸"],
        "minus": "\u2212",
    }
    time = {
        "dateTime": "%d.%m.%Y %H:%M",
        "date": "%d.%m.%Y",
        "time": "%H:%M:%S",
        "periods": ["", ""],
        "months": _MONTHS[lang].split(),
        "shortMonths": _SHORT[lang].split(),
        "days": _DAYS[lang].split(),
        "shortDays": _SHORT_DAYS[lang].split(),
    }
    return {"number": number, "time": time}
