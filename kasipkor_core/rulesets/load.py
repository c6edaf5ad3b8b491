"""From a file of ``data/rulesets`` to a ruleset; what is wrong is named by file, line and key."""

import hashlib
import re
import tomllib
from decimal import Decimal
from pathlib import Path

from pydantic import ValidationError

from kasipkor_core import house
from kasipkor_core.errors import Misused
from kasipkor_core.rulesets.model import Ruleset
from kasipkor_core.rulesets.sense import find_fault

_FOLDER = house.DATA / "rulesets"
_TABLE = re.compile(r"\s*(\[\[?)\s*([\w.-]+)\s*\]")
_KEY = re.compile(r"\s*([\w-]+)\s*=")
_SYNTAX_LINE = re.compile(r"at line (\d+)")
Place = tuple[int | str, ...]


def load_rulesets(folder: Path = _FOLDER) -> tuple[Ruleset, ...]:
    """Return every ruleset of a folder, in the order of the file names.

    Args:
        folder: Folder of ``*.toml`` files.

    Raises:
        Misused: a file is wrong; the message names file, line and key.
    """
    return tuple(_load(file) for file in sorted(folder.glob("*.toml")))


def parse_ruleset(content: str, *, name: str) -> Ruleset:
    """Return the ruleset a text describes.

    Args:
        content: The file, TOML.
        name: What the file is called in messages.

    Raises:
        Misused: the text is no TOML, lacks a key, has one too many or a wrong value.
    """
    try:
        found = tomllib.loads(content, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        line = _SYNTAX_LINE.search(str(error))
        raise Misused(
            "{file}, line {line}: this is no TOML: {why}. Put the line right.",
            file=name,
            line=line[1] if line else content.count("\n") + 1,
            why=error,
        ) from error
    digest = hashlib.sha256(content.encode()).hexdigest()
    try:
        return Ruleset.model_validate(found | {"content": content, "ruleset_hash": digest})
    except ValidationError as error:
        first = error.errors()[0]
        raise _describe(first["loc"], first["msg"], content=content, name=name) from error


def find_line(content: str, place: Place) -> int:
    """Return the 1-based line of a key, or of the nearest table around it.

    Args:
        content: The file, TOML.
        place: Path to the key: names of tables, and positions in lists of tables from 0.
    """
    lines = _list_places(content)
    around = (place[:length] for length in range(len(place), 0, -1))
    return next((lines[part] for part in around if part in lines), 1)


def _list_places(content: str) -> dict[Place, int]:
    found: dict[Place, int] = {}
    table: Place = ()
    array: Place = ()
    for number, text in enumerate(content.splitlines(), start=1):
        header, key = _TABLE.match(text), _KEY.match(text)
        if header:
            path: Place = tuple(header[2].split("."))
            table = (*path, _count(found, path)) if header[1] == "[[" else path
            found[table] = number
        elif key:
            array = (*table, key[1])
            found[array] = number
        elif text.lstrip().startswith("{"):
            found[(*array, _count(found, array))] = number
    return found


def _count(found: dict[Place, int], path: Place) -> int:
    size = len(path)
    return sum(len(place) == size + 1 and place[:size] == path for place in found)


def _load(file: Path) -> Ruleset:
    ruleset = parse_ruleset(_read(file), name=file.name)
    if ruleset.ruleset != file.stem:
        raise Misused(
            "{file}, line {line}: key ruleset says {ruleset}. It must be the name of the file.",
            file=file.name,
            line=find_line(ruleset.content, ("ruleset",)),
            ruleset=ruleset.ruleset,
        )
    fault = find_fault(ruleset)
    if fault:
        raise _describe(*fault, content=ruleset.content, name=file.name)
    return ruleset


def _read(file: Path) -> str:
    data = file.read_bytes()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Misused(
            "{file}, line {line}: this is no UTF-8. Save the file as UTF-8.",
            file=file.name,
            line=data.count(b"\n", 0, error.start) + 1,
        ) from error


def _describe(place: Place, why: str, *, content: str, name: str) -> Misused:
    return Misused(
        "{file}, line {line}: key {key}: {why}. Put the key right.",
        file=name,
        line=find_line(content, place),
        key=".".join(str(part) for part in place),
        why=why,
    )
