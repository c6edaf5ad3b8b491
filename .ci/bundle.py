"""Packs the program for a computer without internet: every library as a wheel, and a way to start.

python .ci/bundle.py [windows | linux] [3.13] -> dist/kasipkor-VERSION-PLATFORM-pyVERSION.zip
"""

import hashlib
import platform
import shutil
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

from packaging.markers import default_environment
from packaging.requirements import Requirement

HERE = Path(__file__).parent
ROOT = HERE.parent
TAGS = {  # what a wheel of the platform may be called, and what its libraries ask of the platform
    "linux": (
        [
            "manylinux_2_28_x86_64",
            "manylinux_2_27_x86_64",
            "manylinux_2_17_x86_64",
            "manylinux2014_x86_64",
            "linux_x86_64",
        ],
        {"sys_platform": "linux", "platform_system": "Linux", "os_name": "posix"},
    ),
    "windows": (
        ["win_amd64"],
        {
            "sys_platform": "win32",
            "platform_system": "Windows",
            "platform_machine": "AMD64",
            "os_name": "nt",
        },
    ),
}
STARTS = {  # the file, how it is called in a terminal, and how its lines end
    "linux": ("start.sh", "./start.sh", "\n"),
    "windows": ("start.bat", ".\\start.bat", "\r\n"),
}


def choose(lock: Path, version: str, platform_facts: Mapping[str, str]) -> str:
    """Return the blocks of a lock, name and hashes, that hold for a platform; without markers."""
    facts = {
        **default_environment(),
        **platform_facts,
        "python_version": version,
        "python_full_version": f"{version}.0",
    }
    chosen = []
    for block in lock.read_text(encoding="utf-8").split("\n"):
        if block[:1].isalnum():
            wanted = Requirement(block.rstrip(" \\"))
            holds = wanted.marker is None or wanted.marker.evaluate(facts)
            if holds:
                chosen.append(f"{wanted.name}{wanted.specifier} \\")
        elif block.strip() and holds:
            chosen.append(block)
    return "\n".join(chosen) + "\n"


def run_pip(*arguments: str | Path) -> None:
    """Run the pip of this environment; it says itself what is wrong."""
    subprocess.run([sys.executable, "-m", "pip", "--quiet", *map(str, arguments)], check=True)


def fill(folder: Path, target: str, version: str) -> str:
    """Put wheels, lock and the ways to start into a folder; return the version of the program."""
    tags, facts = TAGS[target]
    wheels = folder / "wheels"
    wheels.mkdir()
    lock = wheels / "all.lock"
    lock.write_text(choose(HERE / "run.lock", version, facts), encoding="utf-8")
    names = [word for tag in tags for word in ("--platform", tag)]
    run_pip(
        "download",
        "--require-hashes",
        "--no-deps",
        "--only-binary",
        ":all:",
        "--dest",
        wheels,
        *names,
        "--python-version",
        version,
        "--implementation",
        "cp",
        "--requirement",
        lock,
    )
    run_pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", wheels, ROOT)
    (own,) = wheels.glob("kasipkor-*.whl")
    release = own.name.split("-")[1]
    with lock.open("a", encoding="utf-8") as lines:
        sha256 = hashlib.sha256(own.read_bytes()).hexdigest()
        lines.write(f"kasipkor=={release} \\\n    --hash=sha256:{sha256}\n")
    write_start(folder, target, version)
    shutil.copy(ROOT / "LICENSE", folder)
    return release


def write_start(folder: Path, target: str, version: str) -> None:
    """Write the way to start and what people read about it."""
    start, call, ends = STARTS[target]
    text = (HERE / "bundle" / start).read_text(encoding="utf-8").replace("@PYTHON@", version)
    (folder / start).write_text(text, encoding="utf-8", newline=ends)
    (folder / start).chmod(0o755)
    words = (HERE / "bundle" / "READ-ME.txt").read_text(encoding="utf-8")
    for name, said in {"@START@": start, "@CALL@": call, "@PYTHON@": version}.items():
        words = words.replace(name, said)
    (folder / "READ-ME.txt").write_text(words, encoding="utf-8-sig", newline=ends)


def pack(folder: Path, file: Path) -> None:
    """Write a folder into a zip as one folder; scripts stay runnable."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, Path(file.stem) / path.relative_to(folder))


def main(target: str = "", version: str = "") -> None:
    """Pack for a platform and a Python; for those of this computer when nothing is said."""
    target = target or platform.system().lower()
    version = version or ".".join(platform.python_version_tuple()[:2])
    if target not in TAGS:
        sys.exit(f"Bundles are made for {' and '.join(TAGS)}: make bundle FOR=windows")
    dist = ROOT / "dist"
    dist.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as draft:
        release = fill(Path(draft), target, version)
        file = dist / f"kasipkor-{release}-{target}-py{version}.zip"
        pack(Path(draft), file)
    sys.stdout.write(f"{file.relative_to(ROOT)}, {file.stat().st_size / 1e6:.0f} MB\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
