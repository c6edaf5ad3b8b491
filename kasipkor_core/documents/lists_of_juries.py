"""Lists of a contest that juries sign: marks to be accepted, ties, decisions, examinations."""

from kasipkor_core import words
from kasipkor_core.documents.listings import Column, Listing, Row, coded, joined, plain, points
from kasipkor_core.i18n import format_points, format_stamp, mark, text

_JURY = (mark("Chief expert"), mark("Member of the jury"))


def _name_step(row: Row, lang: str) -> str:
    if row["kind"] == "criterion":
        return str(row["label"] or row["criterion"])
    return words.word(words.TIE_STEPS, row["kind"], lang)


def _say_value(row: Row, lang: str) -> str:
    return format_points(row["points"], lang) or row["words"] or ""


def _say_decided(row: Row, lang: str) -> str:
    table = words.AWARDS if row["kind"] == "award" else {}
    return words.word(table, row["value"], lang)


def _when(row: Row, lang: str) -> str:
    del lang  # figures only
    return format_stamp(row["at"])


JURIES = {
    "mark_acceptance": Listing(
        mark("Acceptance of marks"),
        "list_acceptance",
        "contest",
        (
            Column(mark("Aspect"), plain("aspect")),
            Column(mark("Kind"), plain("kind")),
            Column(mark("What is looked at"), plain("description"), 5),
            Column(mark("Points"), points("mark"), is_right=True),
            Column(mark("of"), points("max_mark"), is_right=True),
        ),
        group=("entry",),
        about=(plain("entry"), plain("name"), plain("region_name")),
        signers=(mark("Expert of the region: I accept these marks"), mark("Chief expert")),
    ),
    "tie_record": Listing(
        mark("Record of the tie"),
        "tie_record",
        "contest",
        (
            Column(mark("Step"), plain("step"), is_right=True),
            Column(mark("What is compared"), _name_step, 3),
            Column(mark("Entry"), plain("entry")),
            Column(mark("Name"), plain("name"), 4),
            Column(mark("Value"), _say_value, 2),
            Column(mark("What became of it"), coded("outcome", words.TIE_OUTCOMES), 2),
            Column(mark("Rule"), plain("rule")),
        ),
        group=("place",),
        about=(lambda row, lang: text("Place {n}", lang, n=row["place"]),),
        signers=_JURY,
        is_wide=True,
    ),
    "jury_decisions": Listing(
        mark("Decisions of the jury"),
        "list_decisions",
        "contest",
        (
            Column(mark("Batch"), plain("batch_no"), is_right=True),
            Column(mark("Decision"), coded("kind", words.DECISIONS), 2),
            Column(mark("Entry"), joined("entry", "name"), 3),
            Column(mark("Value"), _say_decided, 2),
            Column(mark("Reason"), plain("reason"), 4),
            Column(mark("Who decided"), plain("who"), 2),
            Column(mark("When"), _when),
        ),
        signers=_JURY,
        is_wide=True,
    ),
    "exam_protocol": Listing(
        mark("Protocol of the demonstration examination"),
        "list_exam",
        "contest",
        (
            Column(mark("Participant"), plain("name"), 3),
            Column(mark("Entry"), plain("examinee")),
            Column(mark("Organisation"), plain("organisation"), 3),
            Column(mark("Site"), plain("site"), 2),
            Column(mark("Points"), points("score"), is_right=True),
            Column(mark("of"), points("max_points", 0), is_right=True),
            Column(mark("State"), coded("reason", words.PASSPORT_REASONS), 2),
        ),
        signers=_JURY,
        is_wide=True,
    ),
    "passports": Listing(
        mark("Skills Passport, extract"),
        "list_passports",
        "contest",
        (
            Column(mark("Participant"), plain("name"), 3),
            Column(mark("Entry"), plain("examinee")),
            Column(mark("Organisation"), plain("organisation"), 3),
            Column(mark("Points"), points("score"), is_right=True),
            Column(mark("of"), points("max_points", 0), is_right=True),
            Column(mark("Passport number"), plain("number"), 2),
        ),
        signers=(mark("Chief expert"),),
        is_wide=True,
    ),
}
