"""Many papers as files: one PDF a kind, or a zip with a folder a person."""

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from kasipkor_core.documents.attaching import Attached
from kasipkor_core.documents.issuing import Issue, Issued, set_merged

_UNFIT = re.compile(r"[^\w .()-]+")
_MADE = (1980, 1, 1, 0, 0, 0)  # the same papers give the same bytes


def name_file(paper: Issue) -> str:
    """Return the file name of one paper: kind, entry, number."""
    row = paper.paper.row
    parts = [paper.kind, row["entry"], paper.paper.number]
    return "-".join(clean(part) for part in parts if part) + ".pdf"


def merge(papers: Sequence[Issue]) -> dict[str, bytes]:
    """Return one PDF for each kind among the papers, by file name."""
    kinds = dict.fromkeys(paper.kind for paper in papers)
    return {
        f"{kind}.pdf": set_merged([one for one in papers if one.kind == kind]) for kind in kinds
    }


def pack(
    papers: Sequence[Issue], files: Sequence[bytes], attached: Iterable[Attached] = ()
) -> bytes:
    """Return a zip with the papers, each in the folder of its holder, its signatures beside it."""
    signatures: dict[str, list[bytes]] = {}
    for one in attached:
        signatures.setdefault(one.document, []).append(one.data)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for paper, file in zip(papers, files, strict=True):
            path = str(PurePosixPath(_name_folder(paper)) / name_file(paper))
            archive.writestr(zipfile.ZipInfo(path, _MADE), file)  # a PDF is compressed already
            for number, data in enumerate(signatures.get(paper.paper.number, ()), 1):
                name = f"{path}{'' if number == 1 else f'.{number}'}.p7s"
                archive.writestr(zipfile.ZipInfo(name, _MADE), data)
    return packed.getvalue()


def write_files(issued: Issued, folder: Path) -> list[str]:
    """Write every paper, one merged PDF a kind, and the zip; return the names of the files."""
    single = {
        name_file(paper): file for paper, file in zip(issued.papers, issued.files, strict=True)
    }
    several = len(issued.papers) > 1
    together = merge(issued.papers) | {"papers.zip": pack(issued.papers, issued.files)}
    files = single | (together if several else {})
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return list(files)


def _name_folder(paper: Issue) -> str:
    row = paper.paper.row
    return clean(" ".join(part for part in (row["entry"], row["name"]) if part))[:100] or "."


def clean(text: str) -> str:
    """Return words as a part of a file name."""
    return _UNFIT.sub("_", text).strip(" .")
