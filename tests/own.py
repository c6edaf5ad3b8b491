"""A contest with a participant's result that is marked, signed, and published when it is wanted."""

from kasipkor_core.store import append_decision, append_publication, make_own_links, read_head
from kasipkor_core.store.identity import accept_invite
from kasipkor_core.ui import identity
from tests.giving import REPUBLIC, give, hold_contests

SCHEME = """sub_criterion,name,day,type,aspect,description,wsos_section,max_mark
A1,Беттеу,1,M,A1.M1,Бет ашылады,1,40
B1,Код,2,M,B1.M1,Код жұмыс істейді,1,60
"""
PEOPLE = """entry,name,region
01,Әлия Серік,KZ-35
02,Болат Оспан,KZ-75
02,Бибігүл Оспан,KZ-75
03,Канарейкин Тайный,KZ-71
"""
MARKS = """entry,aspect,judge,mark
01,A1.M1,Т,39.13
01,B1.M1,Т,58.17
02,A1.M1,Т,31.11
02,B1.M1,Т,44.25
03,A1.M1,Т,13.37
03,B1.M1,Т,21.29
"""
OWN = ("31,11", "44,25", "75,36")  # of entry 02, as a page in Kazakh writes it
OTHERS = ("39,13", "58,17", "97,3", "13,37", "21,29", "34,66", "Әлия", "Канарейкин")


def mark(store):
    """Mark three entries of the republican contest; entry 02 is a team of two. Not published."""
    hold_contests(store)
    for kind, sheet in (("scheme", SCHEME), ("entries", PEOPLE), ("marks", MARKS)):
        give(store, sheet, kind=kind, contest=REPUBLIC)


def publish(store):
    """Sign and publish the contest."""
    signed = {"subject": REPUBLIC, "value": "signed", "actor": "chief", "reason": "seen"}
    append_decision(store, "sign_off", **signed)
    append_publication(store, [REPUBLIC], as_of=read_head(store), actor="office")


def sign_in(store, entry, contest=REPUBLIC):
    """Return the cookie of one participant."""
    (link, *_) = make_own_links(store, contest, by="test", entry=entry)
    return identity.write_cookie(accept_invite(store, link.secret))
