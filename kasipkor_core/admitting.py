"""Commands that let people and systems in: invitations, tokens, and taking both back."""

import datetime as dt
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import access, documents, store
from kasipkor_core.calling import Database, FormOption, Lang, open_ledger, prepare_call
from kasipkor_core.errors import NotFound
from kasipkor_core.output import print_line, print_rows, say
from kasipkor_core.settings import read_settings

Who = Annotated[str, typer.Argument(help="Who it is for; stands beside everything done with it.")]
MayBeWho = Annotated[str | None, typer.Argument(metavar="IDENTITY", help="Who it is for.")]
Role = Annotated[str, typer.Option(help=f"One of: {', '.join(access.INVITED)}.")]
Region = Annotated[str | None, typer.Option(help="ISO code, for roles of one region.")]
Contest = Annotated[str | None, typer.Option(help="Contest id, for roles of one contest.")]
Address = Annotated[
    str | None, typer.Option(help="Where people reach the server (or KASIPKOR_ADDRESS).")
]
_NEARBY = "http://localhost:8501"


def invite(
    role: Role,
    identity: MayBeWho = None,
    name: Annotated[str | None, typer.Option(help="The same as IDENTITY.")] = None,
    region: Region = None,
    contest: Contest = None,
    address: Address = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Print a link that signs somebody in, once, within a week."""
    call = prepare_call(database, lang)
    known = store.Identity(identity or name or "", role, access.Scope(region, contest))
    with open_ledger(call, create=True) as opened:
        secret = store.make_invite(opened, known, by=call.actor)
    base = (address or read_settings().address or _NEARBY).rstrip("/")
    print_line(f"{base}/sign-in/{secret}")


def invite_participants(
    contest: Annotated[str, typer.Argument(help="A contest.")],
    entry: Annotated[str | None, typer.Option(help="One entry; without it all of them.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="PDF with a slip and QR code for each.")
    ] = None,
    address: Address = None,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Make a link to the own result for each participant of a contest; list or print them."""
    call = prepare_call(database, lang)
    base = (address or read_settings().address or _NEARBY).rstrip("/")
    with open_ledger(call, create=False) as opened:
        links = store.make_own_links(opened, contest, by=call.actor, entry=entry, lang=call.lang)
        if out is None:
            print_rows(documents.LINK_COLUMNS, documents.list_links(links, address=base), form)
            return
        reader = store.Reader(store.read_head(opened), lang=call.lang)
        out.write_bytes(documents.write_slips(opened, contest, links, reader, address=base))
    say(out)


def token(
    identity: Who,
    role: Role,
    region: Region = None,
    contest: Contest = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Print a token with which a system uploads sheets for a year."""
    call = prepare_call(database, lang)
    known = store.Identity(identity, role, access.Scope(region, contest))
    with open_ledger(call, create=True) as opened:
        secret = store.make_token(opened, known, by=call.actor)
    print_line(secret)


def rotate_token(
    identity: Who,
    hours: Annotated[
        int, typer.Option(help="How long the old token holds beside the new one; 0: not at all.")
    ] = 24,
    role: Annotated[str | None, typer.Option(help="Which, where a system has several.")] = None,
    region: Region = None,
    contest: Contest = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Print a new token for a system; the old one ends after an overlap."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        known = store.find_token(
            opened, identity.strip(), role=role, region=region, contest=contest
        )
        overlap = dt.timedelta(hours=hours)
        secret = store.rotate_token(opened, known, by=call.actor, overlap=overlap)
    print_line(secret)


def account(
    identity: Who,
    role: Role,
    email: Annotated[
        str | None, typer.Option(help="Verified e-mail; without it IDENTITY is one.")
    ] = None,
    issuer: Annotated[str | None, typer.Option(help="The provider, as its iss says.")] = None,
    subject: Annotated[str | None, typer.Option(help="The person, as its sub says.")] = None,
    region: Region = None,
    contest: Contest = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Let somebody sign in at a provider of identities (OpenID Connect), without a link."""
    call = prepare_call(database, lang)
    known = store.Identity(identity, role, access.Scope(region, contest))
    mail = email or (identity if "@" in identity and not subject else None)
    with open_ledger(call, create=True) as opened:
        store.make_account(opened, known, by=call.actor, email=mail, issuer=issuer, subject=subject)
    say(identity)


def revoke(identity: Who, database: Database = None, lang: Lang = None) -> None:
    """Sign somebody out everywhere, and take back open links, tokens and accounts."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        if identity not in {row["person"] for row in store.list_people(opened)}:
            raise NotFound("Nobody called {person} may come in.", person=identity)
        store.end_everything(opened, identity)
    say(identity)


def people(database: Database = None, form: FormOption = None, lang: Lang = None) -> None:
    """List who may come in: open invitations, sessions, tokens and accounts."""
    with open_ledger(prepare_call(database, lang), create=False) as opened:
        listed = store.list_people(opened)
    columns = ("kind", "person", "role", "region", "contest", "made_at", "expires_at", "made_by")
    print_rows(columns, [[row[name] for name in columns] for row in listed], form)
