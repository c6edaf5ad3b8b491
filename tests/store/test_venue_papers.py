"""Papers and draws of a venue rest on hashes that it had: they hold at the office all the same."""

import pytest

from kasipkor_core.documents.checking import check_file, check_number
from kasipkor_core.store import verify
from tests import ready
from tests.documents.season import hand_out, play
from tests.store import test_draw as lots
from tests.venues import merge, pack, split

final, drawn = ready.lend("final-venue", play), ready.lend("drawn", lots.make_draw)


@pytest.mark.long
def test_a_paper_of_a_venue_holds_by_its_number_its_file_and_its_code(final, tmp_path):
    office, venue = split(final, tmp_path, base=1)
    issued = hand_out(venue, "diploma", entries=["a"])
    paper = issued.papers[0].paper
    there = check_number(venue, paper.number)
    merge(office, pack(venue))
    answer = check_number(office, paper.link)

    assert (answer.status, answer.is_signed, answer.code) == ("valid", True, "holds")
    assert (answer.stated_batch_no, answer.head_sha256) == (there.batch_no, there.head_sha256)
    assert answer.batch_no == there.batch_no + 3
    assert check_file(office, issued.files[0]).document == paper.number
    assert verify(office, all_contests=True) == []


@pytest.mark.long
def test_a_draw_of_a_venue_is_drawn_again_from_the_hash_it_was_committed_to(drawn, tmp_path):
    office, venue = split(drawn, tmp_path, base=1)
    merge(office, pack(venue))
    draws = lots.DRAWS.replace("exclude (", "exclude (contest_no, batch_no, reveal_batch_no, ")

    assert lots.show(office, draws) == lots.show(venue, draws) != []
    assert lots.winners(office) == lots.winners(venue)
    assert verify(office, all_contests=True) == []
