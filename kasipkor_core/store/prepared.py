"""A prepared sheet: what it says and what was found, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from kasipkor_core.reading import Grid
from kasipkor_core.sheets import Finding, Format, SheetMapping


@dataclass(frozen=True)
class Prepared:
    """A sheet as it was understood, and what was found; nothing is written yet.

    Attributes:
        data: The bytes of the file.
        file_sha256: Their hash.
        file_name: Name of the file.
        kind: Kind of sheet.
        contest: The contest chosen at upload, or null.
        season: The season chosen at upload, or null.
        actor: Who uploads.
        grid: The table of the file.
        fmt: Format of the kind.
        mapping: What the columns mean.
        accepted: Repairs the user accepted, as the findings named them.
        findings: All of them, errors first.
        repeated_of: The batch in force that came from the same bytes, or null.
        replaceable: When there are findings, or one is chosen: batches whose keys overlap.
        diff: What replacing the one replaceable batch would change, or null.
    """

    data: bytes
    file_sha256: str
    file_name: str
    kind: str
    contest: str | None
    season: int | None
    actor: str
    grid: Grid
    fmt: Format
    mapping: SheetMapping
    accepted: Mapping[str, str] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    repeated_of: int | None = None
    replaceable: tuple[int, ...] = ()
    diff: pa.Table | None = None

    @property
    def errors(self) -> tuple[Finding, ...]:
        """Return the findings that keep the sheet out."""
        return tuple(found for found in self.findings if found.severity == "error")
