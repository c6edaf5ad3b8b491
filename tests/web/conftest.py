import pytest

from tests.documents.season import hand_out, play
from tests.ready import keep, open_copy, open_ready
from tests.web.asking import make_app


@pytest.fixture(scope="module")
def handed_out(tmp_path_factory):
    """A championship with diplomas for a and b; it is not published."""
    store = open_ready()
    play(store)
    issued = hand_out(store, "diploma", entries=["a", "b"])
    yield (
        keep(store, tmp_path_factory.mktemp("check") / "played.duckdb"),
        [paper.paper.link.partition(".kz")[2] for paper in issued.papers],
    )
    store.close()


@pytest.fixture
def paper(handed_out):
    """The ledger, its routes, and the address on the diploma of entry a."""
    store = open_copy(handed_out[0])
    yield store, make_app(store), handed_out[1][0]
    store.close()
