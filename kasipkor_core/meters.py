"""What is counted while the server runs; ``/metrics`` tells it to a watcher.

Names, files and contests are counted by nobody: a meter knows kinds and numbers only.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from prometheus_client import CollectorRegistry, Counter, Histogram

from kasipkor_core.errors import KasipkorError

REGISTRY = CollectorRegistry()
UPLOADS = Counter(
    "kasipkor_uploads", "Sheets brought, by what came of them.", ["outcome"], registry=REGISTRY
)
FINDINGS = Counter(
    "kasipkor_findings", "Findings in sheets brought.", ["severity"], registry=REGISTRY
)
REFRESHES = Histogram(
    "kasipkor_refresh_seconds",
    "Time in which a live board was drawn anew.",
    buckets=(0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5),
    registry=REGISTRY,
)
BACKUPS = Counter(
    "kasipkor_backups", "Backups made by themselves, by what came.", ["outcome"], registry=REGISTRY
)

NOTICES = Counter(
    "kasipkor_notices", "Notices sent by themselves, by what came.", ["outcome"], registry=REGISTRY
)


@contextmanager
def count_upload() -> Iterator[None]:
    """Count a sheet as written, refused, or failed, by how the block ends."""
    outcome = "failed"
    try:
        yield
        outcome = "written"
    except KasipkorError:
        outcome = "refused"
        raise
    finally:
        UPLOADS.labels(outcome).inc()


def count_findings(severities: Iterable[str]) -> None:
    """Count findings by severity."""
    for severity in severities:
        FINDINGS.labels(severity).inc()
