import pytest

from tests.documents.season import play
from tests.ready import keep, open_copy, open_ready


@pytest.fixture(scope="session")
def played(tmp_path_factory):
    store = open_ready()
    play(store)
    yield keep(store, tmp_path_factory.mktemp("papers") / "played.duckdb")
    store.close()


@pytest.fixture
def final(played):
    """A championship that is over and signed."""
    store = open_copy(played)
    yield store
    store.close()
