"""Kills at random moments: what was acknowledged is there, what was not is whole or absent."""

import multiprocessing
import random
import shutil
import signal
import threading
import time
from contextlib import suppress
from pathlib import Path

import duckdb
import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import (
    append_decision,
    append_publication,
    append_undo,
    open_store,
    query,
    read_head,
    read_now,
    verify,
    verify_chain,
    write_backup,
)
from tests.giving import CONTESTS, REPUBLIC, give

OBLAST = "worldskills-2026-oblast-KZ-35-17"
ROWS = 40
MADE = 3  # batches of the ledger that the writers begin with
ACTS = ("upload", "upload", "upload", "undo", "publish")  # one after the other, then a backup
_LOOKS = {"upload": ("sheet", ROWS), "undo": ("undo", 0), "publish": ("publication", 0)}
_BATCHES = """
    select batch.batch_no, batch.kind, count(score.batch_no)::integer as rows
    from ledger.batch as batch
    left join ledger.score as score on score.batch_no = batch.batch_no
    group by batch.batch_no, batch.kind
    order by batch.batch_no
"""
_IN_FORCE = "select distinct batch_no from fact.score order by batch_no"
_BOARD = "select count(*) from mart.leaderboard"
_FORKS = multiprocessing.get_context("forkserver")
_FORKS.set_forkserver_preload(["tests.store.test_crash"])


def make_ledger(path):
    """Write a ledger with one contest that is signed: three batches."""
    store = open_store(path)
    give(store, CONTESTS, kind="contests")
    give(store, write_scores(0), kind="scores", contest=OBLAST)
    append_decision(store, "sign_off", subject=OBLAST, value="signed", actor="chief", reason="-")
    store.close()


def write_scores(serial):
    rows = "".join(f"e{serial}x{n},Name {n},{n % 100}\n" for n in range(ROWS))
    return "entry,name,total\n" + rows


def name_act(head):
    """Return what is done on a ledger with so many batches."""
    return ACTS[(head - MADE) % len(ACTS)]


def write_on(path, door):
    """Write until the process is killed, while boards are read; tell what was acknowledged."""
    store = open_store(path)
    threading.Thread(target=read_boards, args=[store], daemon=True).start()
    door.send(read_head(store))
    while True:
        head = read_head(store)
        act = name_act(head)
        if act == "upload":
            give(store, write_scores(head), kind="scores", contest=REPUBLIC)
        elif act == "undo":
            append_undo(store, head, reason="test", actor="organiser")
        else:
            append_publication(store, [OBLAST], as_of=head, actor="publisher")
        door.send(read_head(store))
        if act == "publish":
            door.send(str(write_backup(store, Path(f"{path}.{head}"))))


def read_boards(store):
    while True:
        query(store, _BOARD, read_now(store))
        time.sleep(0.05)


def kill_one_writer(path, acts, moment):
    """Kill a process that writes, some acts and a moment after it began.

    Returns:
        The newest batch that it acknowledged, and its backups.
    """
    here, there = _FORKS.Pipe()
    process = _FORKS.Process(target=write_on, args=(str(path), there))
    process.start()
    there.close()
    said = [here.recv() for _ in range(1 + acts)]
    time.sleep(moment)
    process.kill()
    with suppress(EOFError, ConnectionResetError):
        while True:
            said.append(here.recv())
    here.close()
    process.join()
    assert process.exitcode == -signal.SIGKILL  # it did not end by itself
    heads = [one for one in said if isinstance(one, int)]
    return max(heads), [one for one in said if isinstance(one, str)]


def check_ledger(path, *, prove=verify):
    """Open a ledger as it was left, prove it, find every batch whole; return the newest."""
    store = open_store(path)
    try:
        assert prove(store) in ([], None)
        reader = read_now(store)
        batches = query(store, _BATCHES, reader).to_pylist()
        in_force = [row["batch_no"] for row in query(store, _IN_FORCE, reader).to_pylist()]
    finally:
        store.close()
    acts = {number: name_act(number - 1) for number in range(MADE + 1, len(batches) + 1)}
    undone = {number - 1 for number, act in acts.items() if act == "undo"}

    assert [(row["kind"], row["rows"]) for row in batches[MADE:]] == [
        _LOOKS[act] for act in acts.values()
    ]
    assert in_force == [2, *(one for one in acts if acts[one] == "upload" and one not in undone)]
    return len(batches)


def check_kills(path, kills, seed):
    """Kill one writer after the other; prove the chain each time, the whole in the end."""
    chance = random.Random(seed)
    make_ledger(path)
    for _ in range(kills):
        acknowledged, backups = kill_one_writer(
            path, chance.choice((0, 0, 1)), chance.uniform(0, 0.4)
        )

        assert check_ledger(path, prove=verify_chain) >= acknowledged, seed
        for backup in backups:
            assert check_ledger(backup, prove=verify_chain) > MADE, seed
        for left in path.parent.glob(f"{path.name}.[0-9]*"):
            left.unlink()

    assert check_ledger(path) > MADE + kills // 10, seed  # they did write


@pytest.mark.early
def test_an_acknowledged_act_survives_a_kill_and_a_half_written_one_is_absent(tmp_path):
    check_kills(tmp_path / "kasipkor.duckdb", kills=12, seed=random.randrange(10**6))


@pytest.mark.long
def test_uploads_undos_publications_and_backups_survive_three_hundred_kills(tmp_path):
    check_kills(tmp_path / "kasipkor.duckdb", kills=300, seed=random.randrange(10**6))


@pytest.mark.long
def test_a_log_cut_anywhere_opens_clean_or_to_the_last_acknowledged_batch(tmp_path):
    source = tmp_path / "kasipkor.duckdb"
    make_ledger(source)
    while not (log := Path(f"{source}.wal")).exists() or log.stat().st_size < 10_000:
        kill_one_writer(source, 3, 0.1)
    data, chance = log.read_bytes(), random.Random(7)
    for serial in range(200):
        copy = tmp_path / f"copy{serial}.duckdb"
        shutil.copyfile(source, copy)
        Path(f"{copy}.wal").write_bytes(data[: chance.randrange(len(data))])
        try:
            check_ledger(copy)
        except (Refused, duckdb.Error) as error:
            raise AssertionError(serial) from error

        copy.unlink()


def test_a_retry_after_an_unheard_acknowledgement_hears_that_the_sheet_is_there(season):
    text = "entry,name,total\na,Aigerim,90\n"
    give(season, text, kind="scores", contest=REPUBLIC)
    with pytest.raises(Refused) as refused:
        give(season, text, kind="scores", contest=REPUBLIC)

    assert str(refused.value) == (
        "The same file is in the ledger already, as batch 2. Nothing was written."
    )
    assert read_head(season) == 2
