"""Fetches the database for readers' browsers from npm; every byte is what data/query names.

python .ci/query.py [FOLDER]    dist/query by itself; then: kasipkor export DIR --query FOLDER
"""

import base64
import gzip
import hashlib
import shutil
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
PINS = ROOT / "data" / "query" / "engine.toml"
PACKED = ".packed"


def fetch(package: Mapping[str, Any], folder: Path) -> Path:
    """Load a package with the npm client; return its archive, which is the pinned one."""
    command = ["npm", "pack", "--silent", f"{package['name']}@{package['version']}"]
    said = subprocess.run(command, cwd=folder, check=True, capture_output=True, text=True)
    archive = folder / said.stdout.split()[-1]
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode()
    if f"sha512-{digest}" != package["integrity"]:
        sys.exit(f"{package['name']} is not the package that {PINS.name} names: nothing was taken")
    return archive


def take(archive: Path, file: Mapping[str, str], folder: Path) -> None:
    """Put one file of a package into the folder."""
    with tarfile.open(archive) as packed:
        member = packed.extractfile(f"package/{file['path']}")
        body = member.read() if member else b""
    if hashlib.sha256(body).hexdigest() != file["sha256"]:
        sys.exit(f"{file['path']} is not the file that {PINS.name} names: nothing was taken")
    if file["name"].endswith(PACKED):
        body = gzip.compress(body, mtime=0)
    (folder / file["name"]).write_bytes(body)


def main() -> None:
    """Fill the folder at once, or not at all."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist" / "query"
    if not shutil.which("npm"):
        sys.exit("npm is missing: install the package 'npm' and run again")
    pins = tomllib.loads(PINS.read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as name:
        draft = Path(name) / "query"
        draft.mkdir()
        for package in pins["packages"]:
            archive = fetch(package, Path(name))
            for file in package["files"]:
                take(archive, file, draft)
        folder.mkdir(parents=True, exist_ok=True)
        for file in draft.iterdir():
            shutil.copy(file, folder)
    print(folder)  # noqa: T201  what to give to kasipkor export


if __name__ == "__main__":
    main()
