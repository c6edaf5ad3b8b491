"""Sheets: a grid becomes staged rows, and staged rows become findings or facts."""

from kasipkor_core.sheets.checks import check, list_checks
from kasipkor_core.sheets.diff import diff, overlaps
from kasipkor_core.sheets.findings import (
    Finding,
    find_note,
    read_messages,
    render,
    render_do,
    render_found,
    render_note,
    render_title,
    render_what,
)
from kasipkor_core.sheets.fold import fold
from kasipkor_core.sheets.formats import Format, Lang, SheetField, list_kinds, read_format
from kasipkor_core.sheets.guess import guess_kind
from kasipkor_core.sheets.known import list_criteria
from kasipkor_core.sheets.mapping import (
    Column,
    SheetMapping,
    accept_near,
    choose,
    header_digest,
    list_meanings,
    parse_mapping,
    propose_mapping,
    write_mapping,
)
from kasipkor_core.sheets.staging import list_ready, stage

__all__ = [
    "Column",
    "Finding",
    "Format",
    "Lang",
    "SheetField",
    "SheetMapping",
    "accept_near",
    "check",
    "choose",
    "diff",
    "find_note",
    "fold",
    "guess_kind",
    "header_digest",
    "list_checks",
    "list_criteria",
    "list_kinds",
    "list_meanings",
    "list_ready",
    "overlaps",
    "parse_mapping",
    "propose_mapping",
    "read_format",
    "read_messages",
    "render",
    "render_do",
    "render_found",
    "render_note",
    "render_title",
    "render_what",
    "stage",
    "write_mapping",
]
