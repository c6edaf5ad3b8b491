"""Which sentences the code asks the catalogues for, found by reading the code."""

import ast
from pathlib import Path

from kasipkor_core import errors, house

LOOKUPS = {"text", "mark"}
ERRORS = {
    name
    for name, kind in vars(errors).items()
    if isinstance(kind, type) and issubclass(kind, errors.KasipkorError)
}


def list_files() -> list[Path]:
    folders = (house.ROOT / "kasipkor_core", house.ROOT / "pages")
    return [house.ROOT / "app.py", *(file for folder in folders for file in folder.rglob("*.py"))]


def find_keys() -> dict[str, set[str]]:
    """Return every key with the files that ask for it."""
    keys: dict[str, set[str]] = {}
    for file in list_files():
        for key in keys_of(ast.parse(file.read_text(encoding="utf-8"))):
            keys.setdefault(key, set()).add(str(file.relative_to(house.ROOT)))
    return keys


def find_plurals() -> set[tuple[str, str]]:
    """Return the pairs of forms that are looked up by number."""
    pairs = set()
    for file in list_files():
        for call in calls_of(ast.parse(file.read_text(encoding="utf-8"))):
            if name_of(call) == "ntext":
                one, many = (argument.value for argument in call.args[:2])
                pairs.add((one, many))
    return pairs


def keys_of(tree: ast.AST) -> list[str]:
    kinds = LOOKUPS | ERRORS | raised_here(tree)
    found = [call.args[0] for call in calls_of(tree) if name_of(call) in kinds and call.args]
    found += [call.args[0] for call in calls_of(tree) if is_own_init(call, tree)]
    return [key.value for key in found if isinstance(key, ast.Constant)]


def raised_here(tree: ast.AST) -> set[str]:
    """Return the kinds of error that a file makes from the house's kinds."""
    return {
        node.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef)
        and any(isinstance(base, ast.Name) and base.id in ERRORS for base in node.bases)
    }


def is_own_init(call: ast.Call, tree: ast.AST) -> bool:
    """Say whether a call is ``super().__init__`` of an own kind of error."""
    target = call.func
    return (
        isinstance(target, ast.Attribute)
        and target.attr == "__init__"
        and bool(raised_here(tree))
        and bool(call.args)
    )


def calls_of(tree: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call)]


def name_of(call: ast.Call) -> str:
    target = call.func
    if isinstance(target, ast.Attribute):
        return target.attr
    return target.id if isinstance(target, ast.Name) else ""
