"""What the server changes about Streamlit before it starts, and that nobody can tell."""

import pytest
from streamlit import config
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.runtime import app_session

from kasipkor_core import house, web

FILL = "_populate_theme_msg"  # Streamlit's own; if it goes, this test says so
SECTIONS = ("theme.light", "theme.dark", "theme.sidebar", "theme.light.sidebar")


@pytest.fixture
def our_theme(monkeypatch):
    monkeypatch.setattr(app_session, FILL, getattr(app_session, FILL))  # put back afterwards
    monkeypatch.chdir(house.ROOT)
    config.get_config_options(force_reparse=True)


def tell_theme():
    """Return the theme as a session is told it at the start of a rerun."""
    told, fill = NewSession().custom_theme, getattr(app_session, FILL)
    fill(told)
    for section in SECTIONS:
        part = told
        for name in section.split(".")[1:]:
            part = getattr(part, name)
        fill(part, section)
    return told


def test_the_kept_theme_is_the_theme_that_streamlit_makes(our_theme):
    made = tell_theme()
    web.keep_theme()

    assert (tell_theme(), tell_theme()) == (made, made)
    assert (made.light.primary_color, made.HasField("sidebar")) == ("#006E8A", False)
