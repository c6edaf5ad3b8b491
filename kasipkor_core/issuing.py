"""Commands about documents: issue, check, take back, blank workbooks. No logic lives here."""

import json
from pathlib import Path
from typing import Annotated

import typer

from kasipkor_core import documents, i18n, output, store
from kasipkor_core.calling import Database, FormOption, Lang, Reason, open_ledger, prepare_call
from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.output import say


def issue(
    contest: Annotated[str, typer.Argument(help="A contest whose result is final.")],
    kind: Annotated[list[str], typer.Option(help="protocol, diploma, certificate, ...")],
    out: Annotated[Path, typer.Option(help="Folder for the files.")],
    entry: Annotated[list[str] | None, typer.Option(help="Only this entry.")] = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Issue documents: a PDF each, one a kind, and a zip by person; print the batch number."""
    call = prepare_call(database, lang)
    kinds = _read_kinds(kind)
    with open_ledger(call, create=False) as opened:
        issued = documents.issue(
            opened,
            contest,
            kinds=kinds,
            lang=call.lang,
            actor=call.actor,
            entries=entry or (),
        )
    for name in documents.write_files(issued, out):
        say(out / name)
    output.print_number(issued.batch_no)


def write_documents(
    subject: Annotated[str, typer.Argument(help="A contest, or what the list is about.")],
    kind: Annotated[list[str], typer.Option(help="mark_summary, delegation, ...")],
    out: Annotated[Path, typer.Option(help="Folder for the files.")],
    as_of: Annotated[str | None, typer.Option(help="Batch number or time.")] = None,
    each: Annotated[bool, typer.Option("--each", help="A zip with a PDF a sheet too.")] = False,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write lists and sheets as PDF, as the facts stand; nothing is issued."""
    call = prepare_call(database, lang)
    files: dict[str, bytes] = {}
    with open_ledger(call, create=False) as opened:
        reader = store.read_as_of(opened, as_of, audience="staff", lang=call.lang)
        for one in kind:
            files[f"{one}.pdf"] = documents.write_list(opened, one, subject, reader)
            if each and documents.LISTS[one].has_sheets:
                files[f"{one}.zip"] = documents.pack_list(opened, one, subject, reader)
    out.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (out / name).write_bytes(data)
        say(out / name)


def blank(
    kind: Annotated[str, typer.Argument(help="Kind of sheet.")],
    out: Annotated[Path, typer.Option(help="The workbook to write.")],
    contest: Annotated[str | None, typer.Option(help="Begin with its entries.")] = None,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write a blank workbook of a kind of sheet, to fill in and import."""
    call = prepare_call(database, lang)
    if contest is None:
        out.write_bytes(documents.write_blank(kind, call.lang))
    else:
        with open_ledger(call, create=False) as opened:
            reader = store.read_now(opened, lang=call.lang)
            out.write_bytes(documents.write_blank_of(opened, kind, contest, reader))
    say(out)


def ceremony(
    contest: Annotated[str, typer.Argument(help="A contest whose result is final.")],
    out: Annotated[Path, typer.Option("--out", "-o", help="The page to write.")],
    as_of: Annotated[str | None, typer.Option(help="Batch number or time.")] = None,
    public: Annotated[bool, typer.Option("--public", help="Only if it is published.")] = False,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Write the award ceremony: one HTML file that reveals place by place, without a network."""
    call = prepare_call(database, lang)
    audience: store.Audience = "public" if public else "staff"
    with open_ledger(call, create=False) as opened:
        reader = store.read_as_of(opened, as_of, audience=audience, lang=call.lang)
        page = documents.write_ceremony(opened, contest, reader=reader)
    out.write_text(page, encoding="utf-8", newline="\n")
    say(out)


def check_document(
    what: Annotated[str, typer.Argument(help="A number, a file, or what the QR code says.")],
    key: Annotated[str, typer.Option(help="Public key: check the code without a ledger.")] = "",
    name: Annotated[str | None, typer.Option(help="Name on the paper, with --key.")] = None,
    database: Database = None,
    form: FormOption = None,
    lang: Lang = None,
) -> None:
    """Say whether a document is valid, superseded or revoked, and what it says."""
    call = prepare_call(database, lang)
    if key:
        _check_offline(what, key, name, call.lang)
        return
    with open_ledger(call, create=False) as opened:
        answer = documents.check(opened, what)
    if answer is None:
        raise NotFound("There is no document {document}.", document=what)
    said = vars(answer) | {"attached": _write_signers(answer.attached)}
    output.print_rows(list(said), [list(said.values())], form)
    for one in answer.attached:
        _say_attached(one, call.lang)
    if answer.code == "forged":
        say(i18n.text(documents.FORGED, call.lang))
    if answer.is_signed is None:
        say(i18n.text(documents.ERASED, call.lang))
    if answer.is_signed is False:
        say(i18n.text(documents.UNSIGNED, call.lang))
    if answer.status != "valid" or not answer.is_signed or answer.code == "forged":
        raise typer.Exit(1)


def revoke_document(
    number: Annotated[str, typer.Argument(help="Number of the document.")],
    reason: Reason,
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Take one document back; print the batch number."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        batch_no = store.append_revocation(
            opened, documents.read_number(number), actor=call.actor, reason=reason
        )
    output.print_number(batch_no)


def attach_signature(
    number: Annotated[str, typer.Argument(help="Number of the document.")],
    file: Annotated[Path, typer.Argument(exists=True, dir_okay=False, help="Its .p7s or .cms.")],
    database: Database = None,
    lang: Lang = None,
) -> None:
    """Attach a detached electronic signature to a document; print the batch number."""
    call = prepare_call(database, lang)
    with open_ledger(call, create=False) as opened:
        batch_no = documents.attach_signature(
            opened, number, file.read_bytes(), file_name=file.name, actor=call.actor
        )
    output.print_number(batch_no)


def _write_signers(attached: tuple[documents.Attached, ...]) -> str:
    """Return the signers as JSON: one cell of the row."""
    signers = [vars(signer) for one in attached for signer in one.signers]
    return json.dumps(signers, ensure_ascii=False, default=lambda moment: moment.isoformat())


def _say_attached(attached: documents.Attached, lang: str) -> None:
    for signer in attached.signers:
        say(i18n.text(documents.SIGNED_WORDS[documents.find_standing(signer)], lang))
        for label, words in documents.describe_signer(signer, lang):
            say(f"  {label}: {words}")
    say(i18n.text(documents.ASKED if attached.signers else documents.GONE, lang))


def _check_offline(code: str, key: str, name: str | None, lang: str) -> None:
    if not documents.check_offline(code, key, name=name):
        raise Refused("The signature is not of this key, or the name is another.")
    say(i18n.text("The signature holds.", lang))


def _read_kinds(kinds: list[str]) -> list[str]:
    unknown = [kind for kind in kinds if kind not in documents.KINDS]
    if unknown:
        raise NotFound(
            "There is no document of kind {kind}. Use one of: {kinds}.",
            kind=unknown[0],
            kinds=", ".join(documents.KINDS),
        )
    return kinds
