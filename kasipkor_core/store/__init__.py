"""The ledger: open it, read it as of a batch, append to it, prove it."""

from kasipkor_core.store.accounts import Claims, find_accounts, make_account
from kasipkor_core.store.advance import Advanced, append_advance
from kasipkor_core.store.alarms import BEHIND, ROOM, Alarm, find_room, find_silence, list_alarms
from kasipkor_core.store.appeals import ABOUT, list_rulings
from kasipkor_core.store.attached import append_attached_signature
from kasipkor_core.store.backup import hash_file, restore_backup, write_backup
from kasipkor_core.store.chain import export_chain
from kasipkor_core.store.connect import MEMORY, Store, open_store
from kasipkor_core.store.copying import copy_store
from kasipkor_core.store.decide import DECISION_KINDS, append_decision, append_publication
from kasipkor_core.store.demo import has_demo, load_demo
from kasipkor_core.store.documents import (
    MadeDocument,
    append_documents,
    append_revocation,
    read_key,
)
from kasipkor_core.store.drafts import read_draft, save_draft
from kasipkor_core.store.entitled import refuse_role
from kasipkor_core.store.erase import Erasure, append_erasure, foresee_erasure
from kasipkor_core.store.foresee import foresee_decision, foresee_sheet, foresee_undo
from kasipkor_core.store.foreseen import FIELDS, Difference, Foreseen, Outdated
from kasipkor_core.store.former import Replace
from kasipkor_core.store.identity import (
    Identity,
    accept_invite,
    end_everything,
    end_session,
    end_sessions,
    has_administrator,
    has_invites,
    make_invite,
    read_invite,
    read_session,
    read_signing_key,
    take_back_invites,
)
from kasipkor_core.store.importing import (
    Receipt,
    commit,
    examine,
    understand,
)
from kasipkor_core.store.keeping import keep_backup, list_backups
from kasipkor_core.store.lake import is_lake
from kasipkor_core.store.names import find_contest
from kasipkor_core.store.notices import (
    Receiver,
    add_receiver,
    begin_notice,
    drop_notice,
    end_notice,
    end_own_receivers,
    end_receiver,
    list_receivers,
    read_sent,
)
from kasipkor_core.store.originals import read_original, sees_original
from kasipkor_core.store.own import OwnLink, find_own, make_own_links
from kasipkor_core.store.people import list_people
from kasipkor_core.store.places import list_contests_of
from kasipkor_core.store.prepared import Prepared
from kasipkor_core.store.published import Published, read_published
from kasipkor_core.store.query import (
    Audience,
    Reader,
    narrow,
    query,
    read_head,
    read_head_of,
    read_head_of_all,
    read_now,
)
from kasipkor_core.store.rehearsal import Given, Rehearsal, Slip, prepare_rehearsal
from kasipkor_core.store.show import list_view_names, read_as_of, show_view
from kasipkor_core.store.tidying import tidy_lake
from kasipkor_core.store.tokens import find_token, list_tokens, make_token, read_token, rotate_token
from kasipkor_core.store.undo import Undone, append_undo, list_dependants
from kasipkor_core.store.venues import (
    TAKES,
    Conflict,
    Lent,
    Merged,
    Take,
    find_lent,
    lend_copy,
    list_open,
    look_at_package,
    merge_package,
    pack_venue,
)
from kasipkor_core.store.verify import Problem, verify, verify_chain
from kasipkor_core.store.views import list_views
from kasipkor_core.store.what_if import Sharing, read_what_if
from kasipkor_core.store.writing import SheetRefused, SheetRepeated

__all__ = [
    "ABOUT",
    "BEHIND",
    "DECISION_KINDS",
    "FIELDS",
    "MEMORY",
    "ROOM",
    "TAKES",
    "Advanced",
    "Alarm",
    "Audience",
    "Claims",
    "Conflict",
    "Difference",
    "Erasure",
    "Foreseen",
    "Given",
    "Identity",
    "Lent",
    "MadeDocument",
    "Merged",
    "Outdated",
    "OwnLink",
    "Prepared",
    "Problem",
    "Published",
    "Reader",
    "Receipt",
    "Receiver",
    "Rehearsal",
    "Replace",
    "Sharing",
    "SheetRefused",
    "SheetRepeated",
    "Slip",
    "Store",
    "Take",
    "Undone",
    "accept_invite",
    "add_receiver",
    "append_advance",
    "append_attached_signature",
    "append_decision",
    "append_documents",
    "append_erasure",
    "append_publication",
    "append_revocation",
    "append_undo",
    "begin_notice",
    "commit",
    "copy_store",
    "drop_notice",
    "end_everything",
    "end_notice",
    "end_own_receivers",
    "end_receiver",
    "end_session",
    "end_sessions",
    "examine",
    "export_chain",
    "find_accounts",
    "find_contest",
    "find_lent",
    "find_own",
    "find_room",
    "find_silence",
    "find_token",
    "foresee_decision",
    "foresee_erasure",
    "foresee_sheet",
    "foresee_undo",
    "has_administrator",
    "has_demo",
    "has_invites",
    "hash_file",
    "is_lake",
    "keep_backup",
    "lend_copy",
    "list_alarms",
    "list_backups",
    "list_contests_of",
    "list_dependants",
    "list_open",
    "list_people",
    "list_receivers",
    "list_rulings",
    "list_tokens",
    "list_view_names",
    "list_views",
    "load_demo",
    "look_at_package",
    "make_account",
    "make_invite",
    "make_own_links",
    "make_token",
    "merge_package",
    "narrow",
    "open_store",
    "pack_venue",
    "prepare_rehearsal",
    "query",
    "read_as_of",
    "read_draft",
    "read_head",
    "read_head_of",
    "read_head_of_all",
    "read_invite",
    "read_key",
    "read_now",
    "read_original",
    "read_published",
    "read_sent",
    "read_session",
    "read_signing_key",
    "read_token",
    "read_what_if",
    "refuse_role",
    "restore_backup",
    "rotate_token",
    "save_draft",
    "sees_original",
    "show_view",
    "take_back_invites",
    "tidy_lake",
    "understand",
    "verify",
    "verify_chain",
    "write_backup",
]
