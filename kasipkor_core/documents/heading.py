"""The head of the ledger as a page that a jury signs and keeps."""

from collections.abc import Mapping
from typing import Any

from kasipkor_core.documents.typesetting import write_pdf
from kasipkor_core.i18n import format_moment, format_number, mark, text, to_local

_GROUP = 4  # digits that people copy without an error
_SHORT = 2  # groups that are enough where there is little room
_SIGNERS = (
    mark("Chief expert"),
    mark("Member of the jury"),
    mark("Secretary of the commission"),
    mark("Administrator of the ledger"),
)


def write_head(head: Mapping[str, Any], lang: str) -> bytes:
    """Return the head of a batch as a PDF of one page.

    Args:
        head: ``batch_no``, ``at`` and ``sha256`` of ``mart.heads``.
        lang: Language of the page.
    """
    return write_pdf("head", describe_head(head, lang), made_on=to_local(head["at"]).date())


def describe_head(head: Mapping[str, Any], lang: str) -> dict[str, Any]:
    """Return the page as texts."""
    sha256 = head["sha256"]
    groups = [sha256[start : start + _GROUP] for start in range(0, len(sha256), _GROUP)]
    short = f"{head['batch_no']} {' '.join(groups[:_SHORT])}"
    return {
        "title": text("Head of the ledger", lang),
        "lang": lang,
        "keywords": [short],
        "lead": text("Sealed with this number and hash: all acts up to this moment", lang),
        "batch": text("Batch", lang),
        "number": format_number(head["batch_no"], lang),
        "moment": format_moment(head["at"], lang),
        "groups": groups,
        "short": _SHORT,
        "note": text(
            "Whoever changes an earlier act afterwards changes every later hash, and this page no "
            "longer agrees with the ledger.",
            lang,
        ),
        "check": f'python verify_ledger.py ledger.jsonl --head "{short}"',
        "signers": [text(signer, lang) for signer in _SIGNERS],
    }
