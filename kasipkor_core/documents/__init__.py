"""Rows of the views as files that people take along."""

from kasipkor_core.documents.attaching import Attached, attach_signature, list_attached
from kasipkor_core.documents.blanks import write_blank, write_blank_of
from kasipkor_core.documents.bundling import merge, name_file, pack, write_files
from kasipkor_core.documents.ceremony import write_ceremony
from kasipkor_core.documents.checking import (
    ERASED,
    FORGED,
    UNSIGNED,
    Answer,
    check,
    check_number,
    check_offline,
)
from kasipkor_core.documents.cms import LARGEST, Signer
from kasipkor_core.documents.heading import describe_head, write_head
from kasipkor_core.documents.issuing import KINDS, Issue, Issued, issue, set_files
from kasipkor_core.documents.kit import write_kit
from kasipkor_core.documents.listing import pack_list, write_list
from kasipkor_core.documents.lists import LISTS
from kasipkor_core.documents.notices import NOTICES, Notice, list_notices, write_notice
from kasipkor_core.documents.open_data import read_open_data, write_open_data
from kasipkor_core.documents.packing import write_csv
from kasipkor_core.documents.posting import has_server, send_notices, write_notices
from kasipkor_core.documents.reprinting import reprint
from kasipkor_core.documents.signed import (
    ASKED,
    GONE,
    SIGNED_WORDS,
    describe_signer,
    find_standing,
)
from kasipkor_core.documents.signing import read_number, split_link, spread_number
from kasipkor_core.documents.slips import (
    LINK_COLUMNS,
    list_links,
    write_link,
    write_links,
    write_slips,
)

__all__ = [
    "ASKED",
    "ERASED",
    "FORGED",
    "GONE",
    "KINDS",
    "LARGEST",
    "LINK_COLUMNS",
    "LISTS",
    "NOTICES",
    "SIGNED_WORDS",
    "UNSIGNED",
    "Answer",
    "Attached",
    "Issue",
    "Issued",
    "Notice",
    "Signer",
    "attach_signature",
    "check",
    "check_number",
    "check_offline",
    "describe_head",
    "describe_signer",
    "find_standing",
    "has_server",
    "issue",
    "list_attached",
    "list_links",
    "list_notices",
    "merge",
    "name_file",
    "pack",
    "pack_list",
    "read_number",
    "read_open_data",
    "reprint",
    "send_notices",
    "set_files",
    "split_link",
    "spread_number",
    "write_blank",
    "write_blank_of",
    "write_ceremony",
    "write_csv",
    "write_files",
    "write_head",
    "write_kit",
    "write_link",
    "write_links",
    "write_list",
    "write_notice",
    "write_notices",
    "write_open_data",
    "write_slips",
]
