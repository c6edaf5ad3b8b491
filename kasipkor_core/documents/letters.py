"""Letters about one person or one outcome: a page a row, with a sentence and fields."""

from kasipkor_core import words
from kasipkor_core.documents.listings import (
    COMMISSION,
    Cell,
    Column,
    Listing,
    Row,
    coded,
    day,
    plain,
    points,
    said,
)
from kasipkor_core.i18n import format_official, mark, text

_POST = (
    Column(mark("Post"), plain("post")),
    Column(mark("Body"), plain("body")),
)


def _competency(row: Row, lang: str) -> str:
    edition = text("edition {edition}", lang, edition=row["edition"]) if row["edition"] else ""
    return " · ".join(part for part in (row["unit"], row["unit_name"], edition) if part)


def _between(first: str, last: str) -> Cell:
    """Return the cell of a range of days, with their years; empty when it has no beginning."""

    def cell(row: Row, lang: str) -> str:
        days = (format_official(row[name], None, lang) for name in (first, last) if row[name])
        return " – ".join(dict.fromkeys(days))

    return cell


def _points(row: Row, lang: str) -> str:
    if row["score"] is None:
        return str(row["score_text"] or "")
    return text(
        "{points} of {most}",
        lang,
        points=points("score")(row, lang),
        most=points("max_points", 0)(row, lang),
    )


def _signed(row: Row, lang: str) -> str:
    return text("{n} of {all} members have signed", lang, n=row["signed"] or 0, all=row["members"])


LETTERS = {
    "participation": Listing(
        mark("Confirmation of participation"),
        "list_participants",
        "contest",
        (
            Column(mark("Participant"), plain("name")),
            Column(mark("Organisation"), plain("organisation")),
            Column(mark("Region"), plain("region_name")),
            Column(mark("Entry"), plain("entry")),
        ),
        lead=said(
            mark(
                "This confirms that the person named below takes part in the contest named above. "
                "Students who take part in contests or championships may study by distance on "
                "these days."
            )
        ),
        signers=(mark("Chair of the organising committee"),),
        layout="letter",
    ),
    "passport_extracts": Listing(
        mark("Extract of the results of a demonstration examination"),
        "list_extracts",
        "contest",
        (
            Column(mark("Participant"), plain("name")),
            Column(mark("Passport number"), plain("number")),
            Column(mark("Competency"), _competency),
            Column(mark("Organisation"), plain("organisation")),
            Column(mark("Dates"), _between("starts_on", "ends_on")),
            Column(mark("Site"), plain("site")),
            Column(
                mark("Accreditation of the site"), _between("certificate_from", "certificate_to")
            ),
            Column(mark("Points"), _points),
            Column(mark("Basis"), coded("basis", words.BASES | {"exam": mark("Examination")})),
            Column(mark("Operator"), plain("operator")),
        ),
        lead=said(
            mark(
                "This extract is not the Skills Passport: its form is set by the national operator."
            )
        ),
        signers=(mark("Chief expert"),),
        layout="letter",
    ),
    "candidate_notices": Listing(
        mark("Notice to the candidate"),
        "list_notices",
        "contest",
        (
            Column(mark("Personal number"), plain("candidate")),
            *_POST,
            Column(mark("Last step"), plain("step_name")),
            Column(mark("Total"), points("total")),
            Column(mark("Place"), plain("place")),
            Column(mark("State"), coded("status", words.CANDIDATES)),
            Column(mark("Rule"), plain("text")),
            Column(mark("Announced"), day("announced_on")),
        ),
        lead=said(mark("The result of the selection for the candidate of this personal number.")),
        signers=COMMISSION,
        layout="letter",
    ),
    "service_notice": Listing(
        mark("Notice to the personnel service"),
        "list_outcome",
        "contest",
        (
            *_POST,
            Column(mark("Region"), plain("region_name")),
            Column(mark("Candidates"), plain("applicants")),
            Column(mark("Interviewed"), plain("interviewed")),
            Column(mark("In the list of the best"), plain("listed")),
            Column(mark("Personal number of the winner"), plain("winner")),
            Column(mark("Total"), points("total")),
            Column(mark("Day of the result"), day("result_on")),
            Column(mark("Protocol"), _signed),
        ),
        lead=said(mark("The result of the selection.")),
        signers=COMMISSION,
        layout="letter",
    ),
    "appointment_sheet": Listing(
        mark("Appointment sheet"),
        "list_outcome",
        "contest",
        (
            *_POST,
            Column(mark("Personal number of the winner"), plain("winner")),
            Column(mark("Announced"), day("announced_on")),
            Column(mark("Appointment"), _between("appoint_from", "appoint_until")),
            Column(mark("Appointed"), day("appointed_on")),
            Column(mark("Documents until"), day("documents_due")),
            Column(mark("Documents missing"), plain("documents_missing")),
        ),
        lead=said(
            mark("Within these days the person with the right to appoint may appoint the winner.")
        ),
        signers=(mark("The person with the right to appoint"),),
        layout="letter",
    ),
}
