"""A championship that has not begun, and a contest without a scheme: what their papers stand on."""

from kasipkor_core.documents.listing import describe_list
from kasipkor_core.store import Reader, read_head
from tests.giving import CONTESTS, REPUBLIC, give

PROFESSIONALS = "best-professionals-2026-oblast-KZ-43-education"
LONG = "Бейімбетмағамбетұлы Нұрсұлтан-Әбілмансұр Құдайбергенович"
ENTRIES = f"""entry,name,birth_date,region,organisation,guest,status
1,{LONG},2007-02-03,KZ-61,Түркістан жоғары көпсалалы қолөнер колледжі,no,active
2,Әлиұлы Қазыбек,2007-02-04,KZ-75,Алматы көлік колледжі,no,active
2,Һәкім Өмірбек,2007-02-05,KZ-75,Алматы көлік колледжі,no,active
10,Ким Ли,2007-02-06,KZ-71,,yes,active
3,Кетіп Қалған,2007-02-07,KZ-47,Ақтау колледжі,no,withdrawn
"""
SCHEME = """sub_criterion,name,day,type,aspect,description,score,extra,requirement,max_mark
A1,Жұмыс орны,1,J,A1.J1,Тазалық,,,,20
,,,,,,0,Сала стандартынан төмен,,
,,,,,,3,Үздік,,
A1,Жұмыс орны,1,M,A1.M1,Өлшем дәл,,,0.5 мм-ге дейін,30
B1,Бұйым,2,M,B1.M1,Бұйым дайын,,,,50
"""
EXPERTS = """contest,name,region,organisation,role
{contest},Серікқызы Әлия,KZ-43,№4 мектеп,chief_expert
{contest},Құдайбергенұлы Ғани,KZ-75,№9 мектеп,judge
"""
CANDIDATES = "entry,name,region,organisation\n1,Оспан Дана,KZ-43,№1 мектеп\n2,Ким Иван,KZ-43,\n"


def announce(store):
    """Announce both contests with their entries, the scheme and the experts."""
    give(store, CONTESTS, kind="contests")
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)
    give(store, EXPERTS.format(contest=REPUBLIC), kind="experts")
    head = "programme,season,level,region,unit\n"
    give(store, f"{head}best-professionals,2026,oblast,KZ-43,education\n", kind="contests")
    give(store, CANDIDATES, kind="entries", contest=PROFESSIONALS)


def look(store, lang="kk"):
    return Reader(as_of=read_head(store), lang=lang)


def describe(store, kind, contest=REPUBLIC, lang="kk"):
    """Return the pages of a paper as its layout reads them."""
    return describe_list(store, kind, contest, look(store, lang))["papers"]
