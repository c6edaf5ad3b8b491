"""What an administrator has to see to: told above everything else on the overview."""

import datetime as dt

import streamlit as st

from kasipkor_core.i18n import mark, text
from kasipkor_core.settings import read_settings
from kasipkor_core.store import Alarm, list_alarms
from kasipkor_core.ui import session
from kasipkor_core.ui.session import Visitor

_WHO = ("local", "administrator")
_SENTENCES = {
    "disk_full": mark(
        "The disk is full: {n} MB are left, and nothing more can be written. Make room now."
    ),
    "disk_low": mark("The disk is filling up: {n} MB are left."),
    "clock_behind": mark(
        "The clock of this computer is {n} s behind what was written last. Set it right."
    ),
    "notices_unsent": mark(
        "{n} notices were not taken by the mail server. They go again by themselves; see its "
        "address and the receivers."
    ),
    "store_silent": mark(
        "The shared store has not answered for {n} s: what other servers have written is missing "
        "here, and nothing can be written. See whether its Postgres runs and its folder or bucket "
        "is reached."
    ),
    "backup_late": mark("The newest backup is {n} minutes old. See whether its folder is there."),
}


def draw_alarms(who: Visitor) -> None:
    """Draw what has to be seen to, for administrators; nothing when all is well."""
    if who.role not in _WHO:
        return
    settings = read_settings()
    for alarm in list_alarms(
        session.store(),
        now=dt.datetime.now(dt.UTC),
        backups=settings.backup,
        every=settings.backup_every,
    ):
        st.error(say_alarm(alarm, who.lang), icon=":material/notification_important:")


def say_alarm(alarm: Alarm, lang: str) -> str:
    """Return an alarm as a sentence."""
    if alarm.number is None:
        return text("No backup was made yet. See whether its folder is there.", lang)
    return text(_SENTENCES[alarm.code], lang, n=alarm.number)
