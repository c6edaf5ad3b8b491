"""The regulation on a competence centre: the form of annex 1, with what its source says of a part.

A part says what the recommendations say for every centre; what only the organisation can know is a
line to write on.
"""

from collections.abc import Sequence
from typing import Any

from kasipkor_core.documents.listings import RULE, Listing, Row
from kasipkor_core.documents.pages import describe_letter
from kasipkor_core.documents.papers import Frame
from kasipkor_core.documents.passports import describe_cover
from kasipkor_core.i18n import mark, text

_COVER = frozenset({"base_organisation", "agreed", "approved", "centre_name", "settlement_year"})
_PARTS = {  # source: 004, annex 1 (the parts), and the chapter that each line names
    mark("1. General provisions: aims, tasks, functions; legal base; definitions"): (
        # 1.2
        mark(
            "Legal base: the law of the Republic of Kazakhstan “On Education” of 27 July 2007; the "
            "model rules of educational organisations, approved by order No. 595 of the Minister of"
            " Education and Science of 30 October 2018."
        ),
        # 2.1
        mark(
            "The competence centre is a structural unit of the organisation, fitted out with the "
            "tools, equipment and technical stock that its work needs."
        ),
        # 8.1
        mark(
            "Aim: a high quality of training of specialists in the chosen profile by joining "
            "production and education."
        ),
        # 001, chapter 24
        mark(
            "Tasks: a single learning environment; practice for students and for teachers of "
            "colleges and universities; part in applied research projects; teaching by additional "
            "educational programmes; sale of own goods, works and services within the charter of "
            "the college."
        ),
        # 8.1
        mark(
            "Functions: training, retraining and further training of staff in the profile of the "
            "speciality, and their certification; preparing participants of WorldSkills "
            "championships and other contests of professional skill; lessons of production "
            "training; demonstration examinations; services within a kind of work of a production "
            "or educational character."
        ),
        # 2.1
        mark(
            "Demonstration examination: a form of intermediate or final attestation that lets a "
            "student show in practice the professional competences learned."
        ),
        mark(
            "Passport of the centre: the internal documents of the base organisation that give "
            "ordered information about the purpose and the state of the centre."
        ),
        mark("Other definitions and abbreviations"),
        RULE,
    ),
    mark("2. Organisation and management: staff, head and deputy, duties and responsibility"): (
        mark("Staff"),
        RULE,
        # annex 1
        mark(
            "Head of the centre, at the level of the head of the department to which the competence"
            " and the qualification belong"
        ),
        RULE,
        mark(
            "Deputy head: a chief expert of the region in the WorldSkills competency or in other "
            "contests of professional skill, where there is one; a leading teacher or master of the"
            " organisation in the competency"
        ),
        RULE,
        mark("Duties and responsibility of the staff"),
        RULE,
        RULE,
    ),
    mark("3. Material and technical base"): (
        mark("General description"),
        RULE,
        RULE,
        mark(
            "The list of teaching and production equipment is given in the passport of the centre."
        ),
    ),
    mark("4. Teaching and methodical support"): (
        mark("Methodical and didactic materials for holding WorldSkills championships"),
        RULE,
        mark("Methodical materials for choosing possible participants of the championships"),
        RULE,
        mark("Programmes that prepare participants of the championships"),
        RULE,
        mark(
            "Programmes of training, retraining and further training of staff in the profile of the"
            " speciality"
        ),
        RULE,
    ),
    mark("5. Finance and economy, rights and liability"): (
        # 1.4
        mark(
            "The work of the centre is paid for from the organisation's own funds, private "
            "investment, paid services and other funds."
        ),
        # 8.1
        mark(
            "Contracts with partner organisations hold a clause on compensation for possible damage"
            " to the equipment of the organisation that the centre is based on."
        ),
        mark("Rights and liability"),
        RULE,
        RULE,
    ),
    mark("6. Other"): (RULE, RULE),
}


def describe_regulations(
    listing: Listing, rows: Sequence[Row], form: Sequence[Row], frame: Frame
) -> list[dict[str, Any]]:
    """Return a regulation for each profile of a centre as texts.

    Args:
        listing: The listing of regulations.
        rows: Rows of ``sql/reads/list_centre_gate.sql``.
        form: Rows of ``sql/reads/list_centre_form.sql``: the covers of both annexes are alike.
        frame: Notes and language.

    Source:
        004, annex 1: a cover and six parts; 004, 1.2, 1.4, 2.1, 8.1 and 001, chapter 24.
    """
    cover = [one for one in form if one["section"] == 0 and one["field"] in _COVER]
    return [
        {
            **describe_letter(listing, row, frame),
            "fields": describe_cover(cover, row),
            "sections": [
                {
                    "title": text(title, frame.lang),
                    "lines": [_say(line, frame.lang) for line in lines],
                }
                for title, lines in _PARTS.items()
            ],
        }
        for row in rows
    ]


def _say(line: str, lang: str) -> str:
    return line if line == RULE else text(line, lang)
