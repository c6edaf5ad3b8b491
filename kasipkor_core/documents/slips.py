"""The own links of participants, to be handed out: slips with QR codes, or a list."""

import csv
import datetime as dt
import io
from collections.abc import Sequence

from kasipkor_core.documents.codes import draw_code
from kasipkor_core.documents.issuing import read_rows
from kasipkor_core.documents.papers import Frame
from kasipkor_core.documents.typesetting import write_pdf
from kasipkor_core.i18n import format_date, text, to_local
from kasipkor_core.store import OwnLink, Reader, Store, find_contest


def write_slips(
    store: Store, contest: str, links: Sequence[OwnLink], reader: Reader, *, address: str
) -> bytes:
    """Return a slip for each link as one PDF, ten on a sheet.

    Args:
        store: The open ledger.
        contest: Contest id.
        links: The links that were just made.
        reader: Whose eyes, which batch, which language.
        address: Where people reach the server, without a last slash.

    Raises:
        NotFound: no such contest.
    """
    number = find_contest(store, contest, reader)
    (row,) = read_rows(store, "paper_contest", reader, contest_no=number)
    unit, line = Frame(row, (), reader.lang).name_contest()
    lang = reader.lang
    until = format_date(to_local(links[0].expires_at).date(), lang, year=True)
    data = {
        "title": text("Links for participants", lang),
        "lang": lang,
        "keywords": [contest],
        "papers": [
            {
                "name": link.name or link.entry,
                "entry": link.entry,
                "about": " · ".join(filter(None, (unit, line, link.region_name))),
                "said": text(
                    "Your own result and appeal. The code opens once, on your own phone, until "
                    "{day}. Show it to nobody.",
                    lang,
                    day=until,
                ),
                "link": write_link(link, address),
                "qr": draw_code(write_link(link, address)),
            }
            for link in links
        ],
    }
    return write_pdf("slips", data, made_on=dt.datetime.now(dt.UTC).date())


def list_links(links: Sequence[OwnLink], *, address: str) -> list[list[str]]:
    """Return entry, name, region, organisation and link of each."""
    return [
        [
            link.entry,
            link.name or "",
            link.region_name or "",
            link.organisation or "",
            write_link(link, address),
        ]
        for link in links
    ]


def write_links(links: Sequence[OwnLink], *, address: str) -> bytes:
    """Return the links as CSV, in UTF-8 with its mark: spreadsheets then read Kazakh letters."""
    file = io.StringIO()
    out = csv.writer(file, lineterminator="\n")
    out.writerow(LINK_COLUMNS)
    out.writerows(list_links(links, address=address))
    return file.getvalue().encode("utf-8-sig")


LINK_COLUMNS = ("entry", "name", "region", "organisation", "link")


def write_link(link: OwnLink, address: str) -> str:
    """Return the address that signs one participant in."""
    return f"{address}/sign-in/{link.secret}"
