"""Two published contests: a championship with ties and a team, and one of Best Professionals."""

from kasipkor_core.store import append_decision, append_publication, append_undo, read_head
from tests.giving import REPUBLIC, confirm, give, hold_contests

PROFESSION = "best-professionals-2022-oblast-KZ-43-teacher"
SCHEME = '''sub_criterion,type,aspect,description,max_mark
A1,M,A1.M1,"Sizes, ""as drawn""",40
A1,M,A1.M2,Tools,30
B1,J,B1.J1,"Әсері,
толық",30
'''
ENTRIES = f'''contest,entry,name,birth_date,region,organisation,guest,status
{REPUBLIC},01,Әлиұлы Қазыбек,2005-03-07,KZ-75,"Колледж ""Үміт""",,
{REPUBLIC},01,Серікқызы Аружан,2005-03-07,KZ-75,"Колледж ""Үміт""",,
{REPUBLIC},02,"Іргебай, Үміт",2005-03-07,KZ-71,,,
{REPUBLIC},03,Ңұр Һәкім,2005-03-07,KZ-35,,,
{REPUBLIC},04,Бағаланбаған Қатысушы,2005-03-07,KZ-47,,,
{REPUBLIC},05,Қонақ Адам,2005-03-07,KZ-10,,yes,
{REPUBLIC},06,Келмеген Адам,2005-03-07,KZ-11,,,absent
{REPUBLIC},07,Ең Соңғы,2005-03-07,KZ-15,,,
'''
GIVEN = {  # M1, M2, the three scores of J1
    "01": (40, 25.5, (3, 3, 2)),
    "02": (38, 27.5, (3, 2, 3)),
    "03": (30, 20, (1, 2, 2)),
    "05": (40, 30, (3, 3, 3)),
    "07": (10, 5.25, (0, 0, 1)),
}
PEOPLE = "Код,Қатысушы,Өңірі,Төреші,Жалпы баға\n" + "".join(
    f"p{n},Мұғалім {n},KZ-43,ТөрешіКанарейка,{points}\n"
    for n, points in enumerate((95, 95, 88, 84, 64), 1)
)
WORKS = "Код,Түскен уақыты,Беттер,Белгі\n" + "".join(
    f"p{n},15.01.2023 12:00,12,{'интернет' if n == 4 else 'таза'}\n" for n in (1, 2, 3, 4)
)
CANARIES = (
    *("2005-03-07", "ТөрешіКанарейка", "reason-canary", "who-canary", "organiser-canary"),
    *("sheet-canary", "интернет", "as drawn"),
)
NAMED = "Әлиұлы Қазыбек, Серікқызы Аружан"


def write_marks():
    rows = ["entry,aspect,judge,mark"]
    for entry, (first, second, judged) in GIVEN.items():
        rows += [
            f"{entry},A1.M1,ТөрешіКанарейка,{first}",
            f"{entry},A1.M2,ТөрешіКанарейка,{second}",
        ]
        rows += [f"{entry},B1.J1,Төреші{n},{mark}" for n, mark in enumerate(judged)]
    return "\n".join(rows) + "\n"


def decide(store, kind, subject, value):
    append_decision(
        store, kind, subject=subject, value=value, actor="who-canary", reason="reason-canary"
    )


def publish(store, contest):
    append_publication(store, [contest], as_of=read_head(store), actor="chief")


def bring(store, text, **options):
    give(store, text, actor="organiser-canary", name="sheet-canary.csv", **options)


def hold(store):
    """Hold and publish both contests; correct the first afterwards, unpublished."""
    hold_contests(store)
    bring(store, SCHEME, kind="scheme", contest=REPUBLIC)
    bring(store, ENTRIES, kind="entries")
    bring(store, write_marks().replace(",27.5", ",7.5"), kind="marks", contest=REPUBLIC)
    bring(store, write_marks(), kind="marks", contest=REPUBLIC, replaces="yes")
    decide(store, "exclude", f"{REPUBLIC}/04", "excluded")
    decide(store, "award", f"{REPUBLIC}/07", "medallion")
    append_undo(store, read_head(store), actor="who-canary", reason="reason-canary")
    decide(store, "sign_off", REPUBLIC, "signed")
    publish(store, REPUBLIC)
    bring(
        store,
        "programme,season,level,region,unit,starts_on,ends_on\n"
        "best-professionals,2022,oblast,KZ-43,teacher,20.12.2022,20.01.2023\n",
        kind="contests",
    )
    confirm(store, PROFESSION)
    bring(store, PEOPLE, kind="scores", contest=PROFESSION)
    bring(store, WORKS, kind="works", contest=PROFESSION)
    decide(store, "waiver", f"{PROFESSION}/p4", "flag")
    decide(store, "exclude", f"{PROFESSION}/p3", "excluded")
    decide(store, "award", f"{PROFESSION}/p2", "winner")
    decide(store, "award", f"{PROFESSION}/p1", "prize_2")
    decide(store, "sign_off", PROFESSION, "signed")
    decide(store, "waiver", PROFESSION, "experts_missing")
    publish(store, PROFESSION)
    bring(
        store,
        write_marks().replace("07,A1.M1,ТөрешіКанарейка,10", "07,A1.M1,К,39"),
        kind="marks",
        contest=REPUBLIC,
        replaces="yes",
    )
