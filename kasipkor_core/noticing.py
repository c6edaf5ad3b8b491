"""Commands about notices: what there is to tell, sending it, and who gets it."""

from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import access, documents, store
from kasipkor_core.calling import Database, FormOption, Lang, open_ledger, prepare_call
from kasipkor_core.output import print_rows, say

Send = Annotated[bool, typer.Option("--send", help="Through the server of KASIPKOR_SMTP.")]
Out = Annotated[Path | None, typer.Option("--out", "-o", help="Folder for .eml files.")]
Again = Annotated[bool, typer.Option("--again", help="Also what may have gone out already.")]
_COLUMNS = ("state", "kind", "contest", "entry", "email", "lang", "message_id")


def notices(
    send: Send = False,
    out: Out = None,
    again: Again = False,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """List what there is to tell; send it, each notice once, or write it into a folder."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        listed = documents.list_notices(opened)
        wanted = ("due", "unsure") if again else ("due",)
        due = [one for one in listed if one.state in wanted]
        if out is not None:
            say(documents.write_notices(opened, due, out))
        elif send:
            went, refused = documents.send_notices(opened, due)
            say(f"{went} sent, {refused} refused")
        else:
            rows = [
                [
                    one.state,
                    one.row["kind"],
                    one.row["contest"],
                    one.row["entry"],
                    one.receiver.email,
                    one.receiver.lang,
                    one.message_id,
                ]
                for one in listed
            ]
            print_rows(_COLUMNS, rows, form)


def receiver(
    email: Annotated[str, typer.Argument(help="Where notices go.")],
    region: Annotated[str | None, typer.Option(help="Staff of one region.")] = None,
    contest: Annotated[str | None, typer.Option(help="Staff of one contest.")] = None,
    entry: Annotated[str | None, typer.Option(help="One entry of that contest alone.")] = None,
    end: Annotated[bool, typer.Option("--end", help="No more notices to this address.")] = False,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Say who gets notices, in the language of --lang; or that an address gets none any more."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=True) as opened:
        if end:
            store.end_receiver(opened, email)
            return
        scope = access.Scope(region, contest, entry)
        store.add_receiver(opened, store.Receiver(email, call.lang, scope), by=call.actor)
    say(email)
