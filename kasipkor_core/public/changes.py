"""What changed in an exported board: sums of all files, and a zip of the others for a stick."""

import os
import zipfile
from collections.abc import Mapping
from pathlib import Path

from kasipkor_core.store import hash_file

_SUMS = "SHA256SUMS"  # of every file, as sha256sum -c reads them
_GONE = "GONE"  # in a zip of changes: files that are no longer published
_EPOCH = (1980, 1, 1, 0, 0, 0)


def leave_same(draft: Path, folder: Path, *, changed: Path | None) -> None:
    """Write the sums of a draft, give files that are as they were the time they had.

    Args:
        draft: The new export, complete.
        folder: The earlier one; it may be missing.
        changed: A zip to write with what is new or other, all sums, and what is gone; null: none.
    """
    former, sums = _read_sums(folder), _sum_up(draft)
    (draft / _SUMS).write_bytes(_write_sums(sums))
    _keep_times(draft, folder, sums, former)
    if changed is not None:
        _write_changes(changed, draft, sums, former)


def _sum_up(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of every file below a folder, by path."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hash_file(path) for path in files}


def _read_sums(folder: Path) -> dict[str, str]:
    """Return what an earlier export said of its files; nothing where there is none."""
    path = folder / _SUMS
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}


def _write_sums(sums: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {name}\n" for name, digest in sums.items()).encode()


def _keep_times(
    draft: Path, folder: Path, sums: Mapping[str, str], former: Mapping[str, str]
) -> None:
    """Give files that are as they were the time they had."""
    for name, digest in sums.items():
        if former.get(name) == digest and (folder / name).exists():
            was = (folder / name).stat()
            os.utime(draft / name, ns=(was.st_atime_ns, was.st_mtime_ns))


def _write_changes(
    target: Path, draft: Path, sums: Mapping[str, str], former: Mapping[str, str]
) -> None:
    """Write what is new, all sums, and what is gone; the same change gives the same bytes."""
    names = [name for name, digest in sums.items() if former.get(name) != digest]
    gone = "".join(f"{name}\n" for name in sorted(former.keys() - sums.keys()))
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as packed:
        for name in [*names, _SUMS]:
            info, body = zipfile.ZipInfo(name, _EPOCH), (draft / name).read_bytes()
            packed.writestr(info, body, zipfile.ZIP_DEFLATED)
        packed.writestr(zipfile.ZipInfo(_GONE, _EPOCH), gone)
    part.replace(target)
