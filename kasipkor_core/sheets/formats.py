"""Sheet formats: what a row of each kind of sheet is, as files of ``data/sheets``."""

import tomllib
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kasipkor_core import house, rulesets
from kasipkor_core.errors import Misused, NotFound
from kasipkor_core.sheets.fold import fold

Lang = Literal["kk", "ru", "en"]
FieldType = Literal[
    "text", "code", "integer", "decimal", "season", "date", "datetime", "boolean", "choice",
    "region", "area", "member", "unit", "industry", "listed", "contest", "entry", "aspect",
    "judge", "term",
]  # fmt: skip
Words = dict[str, frozenset[str]]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class SheetField(_Frozen):
    """One field of a format: what a column may mean.

    Attributes:
        name: Name of the field, as in CONTRACTS.
        type: How its cells are read.
        required: A row without it is an error.
        personal: ``name`` (shown, can be erased) or ``contact`` (encrypted), or null.
        minimum: Least value.
        maximum: Greatest value.
        decimals: Most digits after the sign.
        choices: Name of a list of choices in ``data/words.toml``.
        catalogue: Programme of ``ref.unit`` whose units a ``listed`` cell names.
        like: Name of a list of headings in ``data/words.toml`` that the field also has.
        fill_down: An empty cell means the value above it (merged cells of an export).
        kk: Headings in Kazakh; the first heading of a language is the label.
        ru: Headings in Russian.
        en: Headings in English.
    """

    name: str
    type: FieldType
    required: bool = False
    personal: Literal["name", "contact"] | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    decimals: int | None = None
    choices: str | None = None
    catalogue: str | None = None
    like: str | None = None
    fill_down: bool = False
    kk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    en: tuple[str, ...] = ()

    def list_aliases(self) -> tuple[str, ...]:
        """Return the headings of all languages, the name of the field among them."""
        return (self.name, *self.kk, *self.ru, *self.en)

    def label(self, lang: str) -> str:
        """Return the first heading of a language."""
        headings = {"kk": self.kk, "ru": self.ru, "en": self.en}[lang]
        return headings[0] if headings else self.name


class Format(_Frozen):
    """A kind of sheet.

    Attributes:
        kind: Name of the kind, as in CONTRACTS.
        label: Name for people, by language.
        row: What one row is, by language.
        main: The field a finding about a whole row points at.
        appends: Files of ``sql/appends`` that write the sheet, in this order.
        wide: ``criteria``: one column a criterion; ``judges``: one column a judge; or null.
        programme: What an empty programme means.
        is_seasonal: Without a season, a title line says it, else the school year of today.
        fields: The fields, in the order of CONTRACTS; what decides the meaning of a field
            (programme, contest, season, term) stands before it.
    """

    kind: str
    label: dict[Lang, str]
    row: dict[Lang, str]
    main: str
    appends: tuple[str, ...]
    wide: Literal["criteria", "judges"] | None = None
    programme: str = "worldskills"
    is_seasonal: bool = False
    fields: tuple[SheetField, ...]

    def field(self, name: str) -> SheetField:
        """Return the field of that name."""
        return next(field for field in self.fields if field.name == name)

    def has(self, name: str) -> bool:
        """Say whether the format knows the field."""
        return any(field.name == name for field in self.fields)

    def holds(self, personal: Literal["name", "contact"]) -> bool:
        """Say whether a row holds personal data of that sort."""
        return any(field.personal == personal for field in self.fields)


class _Headings(_Frozen):
    kk: tuple[str, ...]
    ru: tuple[str, ...]
    en: tuple[str, ...]


class WordLists(_Frozen):
    """``data/words.toml``: words that mean the same on every kind of sheet."""

    total: tuple[str, ...]
    empty: tuple[str, ...]
    judge: tuple[str, ...]
    ignored: tuple[str, ...]
    headings: dict[str, _Headings]
    choices: dict[str, dict[str, tuple[str, ...]]] = Field(default_factory=dict)
    offered: dict[str, dict[str, tuple[str, str, str]]] = Field(default_factory=dict)


def list_kinds() -> tuple[str, ...]:
    """Return the kinds of sheets, in the order of the alphabet."""
    return tuple(sorted(file.stem for file in (house.DATA / "sheets").glob("*.toml")))


@cache
def read_format(kind: str) -> Format:
    """Return the format of a kind of sheet.

    Raises:
        NotFound: there is no such kind; the message lists what there is.
        Misused: the file of the format is wrong.
    """
    if kind not in list_kinds():
        raise NotFound(
            'There is no kind of sheet "{kind}". Choose one of: {kinds}.',
            kind=kind,
            kinds=", ".join(get_close_matches(kind, list_kinds()) or list_kinds()),
        )
    file = house.DATA / "sheets" / f"{kind}.toml"
    return Format.model_validate(_add_shared(_read(file), file))


def name_kind(kind: str, lang: str) -> str:
    """Return what a kind of sheet is called, from its format; an unknown kind as it is."""
    if kind not in list_kinds():
        return kind
    labels = dict[str, str](read_format(kind).label.items())
    return labels.get(lang, kind)


@cache
def read_words() -> WordLists:
    """Return the shared words.

    Raises:
        Misused: the file of the words is wrong.
    """
    file = house.DATA / "words.toml"
    try:
        return WordLists.model_validate(_read(file))
    except ValidationError as error:
        raise _explain(file, error) from error


@cache
def list_total_words() -> frozenset[str]:
    """Return the words that begin a total row, folded."""
    return frozenset(fold(word) for word in read_words().total)


@cache
def list_empty_words() -> frozenset[str]:
    """Return the words that say that a cell is empty, folded."""
    return frozenset(fold(word) for word in read_words().empty)


@cache
def list_choices(name: str) -> dict[str, str]:
    """Return the choices of a list: folded word to stored value.

    A programme is also whatever a ruleset says, by its id and its names: a new contest is a new
    file of rules.
    """
    choices, offered = read_words().choices[name], read_words().offered.get(name, {})
    listed = {
        fold(word): value
        for value, words in choices.items()
        for word in (value, *words, *offered.get(value, ()))
    }
    return _list_programmes() | listed if name == "programme" else listed


def list_offered(name: str, lang: str) -> tuple[str, ...]:
    """Return what a list of choices offers in a language, one word for each value."""
    words = read_words()
    offered = words.offered.get(name, {})
    place = get_args(Lang).index(lang)
    return tuple(
        offered[value][place] if value in offered else value for value in words.choices[name]
    )


def _list_programmes() -> dict[str, str]:
    return {
        fold(word): ruleset.programme
        for ruleset in rulesets.load_rulesets()
        for word in (ruleset.programme, *ruleset.label.model_dump().values())
    }


def _read(file: Path) -> dict[str, object]:
    try:
        return tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise Misused("{file} is no TOML: {words}", file=file.name, words=error) from error


def _add_shared(content: dict[str, object], file: Path) -> dict[str, object]:
    """Add the shared headings, and check the file."""
    try:
        parsed = Format.model_validate(content)
    except ValidationError as error:
        raise _explain(file, error) from error
    fields = [_add_headings(field) for field in parsed.fields]
    return {**parsed.model_dump(exclude={"fields"}), "fields": fields}


def _add_headings(field: SheetField) -> SheetField:
    if field.like is None:
        return field
    shared = read_words().headings[field.like]
    return field.model_copy(
        update={
            "kk": (*shared.kk, *field.kk),
            "ru": (*shared.ru, *field.ru),
            "en": (*shared.en, *field.en),
        }
    )


def _explain(file: Path, error: ValidationError) -> Misused:
    first = error.errors()[0]
    return Misused(
        "{file} is wrong at {key}: {words}. Put it right and start again.",
        file=file.name,
        key=".".join(str(part) for part in first["loc"]),
        words=first["msg"],
    )
