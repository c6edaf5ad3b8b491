"""What is typed at one of several servers is written with whatever else is typed by then."""

import threading

import pytest

from kasipkor_core.errors import Refused
from kasipkor_core.store import gathered
from kasipkor_core.store.gathered import Gathered, Kept, Key

HERE, THERE = Key("dana", "marks", "A1"), Key("dana", "marks", "B1")


class Lake:
    """Takes drafts as slowly as it is told to; refuses as often as it is told to."""

    def __init__(self, *, refuses=0):
        self.refuses = refuses
        self.taken = []
        self.is_asked, self.may_answer = threading.Semaphore(0), threading.Event()
        self.may_answer.set()

    def write(self, drafts):
        self.is_asked.release()
        assert self.may_answer.wait(10)
        if self.refuses:
            self.refuses -= 1
            raise Refused("The shared store does not answer. Nothing was written: try again.")
        self.taken.append({key.place: kept.content for key, kept in drafts.items()})

    def wait(self):
        assert self.is_asked.acquire(timeout=10)


@pytest.fixture
def quick(monkeypatch):
    monkeypatch.setattr(gathered, "PAUSE", 0.02)


def test_many_marks_are_one_act_with_the_last_of_each():
    lake = Lake()
    typed = Gathered(lake.write)
    for mark in range(50):
        typed.keep(HERE, str(mark))
    typed.keep(THERE, None)

    assert typed.find(HERE) == Kept("49")
    assert typed.find(THERE) == Kept(None)

    typed.close()

    assert lake.taken == [{"A1": "49", "B1": None}]
    assert typed.find(HERE) is None


def test_what_is_typed_while_the_former_is_written_is_written_next(quick):
    lake = Lake()
    typed = Gathered(lake.write)
    lake.may_answer.clear()
    typed.keep(HERE, "1")
    lake.wait()
    typed.keep(HERE, "2")
    lake.may_answer.set()
    lake.wait()
    typed.close()

    assert lake.taken == [{"A1": "1"}, {"A1": "2"}]


def test_a_server_that_stops_while_it_writes_writes_nothing_twice(quick):
    lake = Lake()
    typed = Gathered(lake.write)
    lake.may_answer.clear()
    typed.keep(HERE, "1")
    lake.wait()
    closing = threading.Thread(target=typed.close)
    closing.start()
    lake.may_answer.set()
    closing.join(10)

    assert lake.taken == [{"A1": "1"}]
    assert typed.find(HERE) is None


def test_what_is_refused_is_kept_and_tried_again(quick):
    lake = Lake(refuses=2)
    typed = Gathered(lake.write)
    typed.keep(HERE, "1")
    for _ in range(3):
        lake.wait()
    typed.close()

    assert lake.taken == [{"A1": "1"}]


def test_a_server_that_stops_does_not_wait_for_a_lake_that_is_silent(quick):
    lake = Lake(refuses=99)
    typed = Gathered(lake.write)
    typed.keep(HERE, "1")
    typed.close()

    assert lake.taken == []
