"""Papers about competence centres: check sheet, steps, passport, and drafts for decisions."""

from kasipkor_core import words
from kasipkor_core.documents.listings import (
    COMMISSION,
    RULE,
    Column,
    Listing,
    Row,
    coded,
    day,
    plain,
    said,
)
from kasipkor_core.i18n import format_number, mark, text


def _count_steps(row: Row, lang: str) -> str:
    return text(
        "{done} of {steps} steps, {run} in a row from the first",
        lang,
        done=format_number(row["steps_done"], lang),
        steps=format_number(row["steps_required"], lang),
        run=format_number(row["steps_run"], lang),
    )


def _count_gate(row: Row, lang: str) -> str:
    return text(
        "{n} of {all}; documents if available: {more} of {most}",
        lang,
        n=row["satisfied"],
        all=row["required"],
        more=row["optional_satisfied"],
        most=row["optional_total"],
    )


def _minutes(row: Row, lang: str) -> tuple[str, list[str]]:
    """Return the agenda and the decision that the check gives; the commission decides."""
    if row["status"] == "ready":
        decision = text("Create the centre: all that is required is there.", lang)
    else:
        decision = text(
            "Return the documents to the working body: {missing} are missing.",
            lang,
            missing=row["missing"],
        )
    return text("Agenda and decision", lang), [
        f"1. {text('Check of the documents against the requirements', lang)}",
        f"2. {text('Decision about the creation of the centre', lang)}",
        f"{text('Proposed decision', lang)}: {decision}",
        *(row["missing_named"] or "").splitlines(),
        f"{text('Decided', lang)}: {RULE}",
    ]


def _order(row: Row, lang: str) -> tuple[str, list[str]]:
    waits = text("Not to be signed yet: {missing} are missing.", lang, missing=row["missing"])
    return text("I order", lang), [
        *([] if row["status"] == "ready" else [waits]),
        "1. "
        + text(
            "To create a competence centre at {organisation}, profile {profile}.",
            lang,
            organisation=row["organisation"],
            profile="_" * 30,
        ),
        f"2. {text('To approve the regulation on the centre and its passport.', lang)}",
        f"3. {text('To appoint as head of the centre', lang)}: {RULE}",
        f"4. {text('Control of this order is with', lang)}: {RULE}",
    ]


_CENTRE = (
    Column(mark("Organisation"), plain("organisation")),
    Column(mark("Region"), plain("region_name")),
    Column(mark("Profile of the check"), plain("profile")),
    Column(mark("Checked on"), day("checked_on")),
    Column(mark("Conditions and documents"), _count_gate),
    Column(mark("Missing"), plain("missing")),
)
CENTRES = {
    "centre_check": Listing(
        mark("Check sheet of the competence centre"),
        "list_centre",
        "centre",
        (
            Column(mark("Step"), plain("step"), is_right=True),
            Column(mark("Designation"), plain("item_name"), 4),
            Column(mark("Who does it"), plain("actor"), 2),
            Column(mark("State"), coded("state", words.STEPS), 1),
        ),
        group=("region", "profile", "list"),
        about=(plain("organisation"), coded("list", words.STEP_LISTS), plain("profile")),
        is_wide=True,
    ),
    "centre_steps": Listing(
        mark("Report on the steps of the international assessment"),
        "list_centre_steps",
        "centre",
        (
            Column(mark("Step"), plain("step"), is_right=True),
            Column(mark("Designation"), plain("item_name"), 5),
            Column(mark("State"), coded("state", words.STEPS), 1),
            Column(mark("Date"), day("done_on"), 1),
            Column(mark("Evidence"), plain("pieces"), is_right=True),
        ),
        group=("region", "profile"),
        about=(plain("organisation"), _count_steps),
        signers=(mark("Head of the organisation"),),
    ),
    "centre_passport": Listing(
        mark("Passport of the competence centre"),
        "list_centre_gate",
        "centre",
        _CENTRE[:3],
        signers=(mark("Head of the organisation"),),
        layout="passport",
    ),
    "centre_minutes": Listing(
        mark("Minutes of the commission, draft"),
        "list_centre_gate",
        "centre",
        _CENTRE,
        part=_minutes,
        signers=(*COMMISSION, mark("Member of the commission"), mark("Member of the commission")),
        layout="letter",
    ),
    "centre_order": Listing(
        mark("Order on the competence centre, draft"),
        "list_centre_gate",
        "centre",
        _CENTRE,
        lead=said(mark("On the ground of the minutes of the commission of ________ No ____")),
        part=_order,
        signers=(mark("Head of the organisation"),),
        layout="letter",
    ),
    "centre_regulation": Listing(
        mark("Regulation on the competence centre, draft"),
        "list_centre_gate",
        "centre",
        _CENTRE[:3],
        lead=said(mark("Annex 1")),
        layout="regulation",
    ),
}
