"""Threads of the server: what goes wrong once does not end them."""

import threading

from kasipkor_core.web.rounds import Rounds


class Stumbling(Rounds):
    """Goes wrong at its first look."""

    pause_after_fault = 0.01

    def __init__(self, store):
        super().__init__(store)
        self.looks = 0
        self.is_well = threading.Event()

    def look(self):
        self.looks += 1
        if self.looks == 1:
            raise ValueError("a name that no log may hold")
        self.is_well.set()


def test_a_look_that_goes_wrong_is_written_down_and_is_not_the_last(store, caplog):
    rounds = Stumbling(store)
    rounds.start()
    found = rounds.is_well.wait(60)
    rounds.end()

    assert (found, rounds.looks) == (True, 2)
    assert [record.getMessage() for record in caplog.records] == ["Stumbling went wrong"]
