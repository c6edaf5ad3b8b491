"""People: an administrator gives a system a new token, shown once."""

import datetime as dt

from kasipkor_core.store import Identity, list_people, make_token, read_token
from tests.web.people import be
from tests.web.test_canary import open_app

SYSTEM = Identity("system", "administrator")


def test_an_administrator_rotates_a_token_and_sees_the_new_one_once(season, monkeypatch):
    old = make_token(season, SYSTEM, by="test")
    be(season, "administrator", monkeypatch)
    page = open_app("people", lang="en")
    page.selectbox(key="rotate_hours").set_value(1).run()
    page.button(key="rotate_now").click().run()
    (new,) = [one.value for one in page.code]
    ends = [row["expires_at"] for row in list_people(season) if row["kind"] == "token"]
    page.run()

    assert (read_token(season, old), read_token(season, new)) == (SYSTEM, SYSTEM)
    assert min(ends) < dt.datetime.now(dt.UTC) + dt.timedelta(hours=1)
    assert [one.value for one in page.code] == []
    assert not page.exception


def test_at_the_command_line_a_system_with_several_tokens_is_asked_which(run):
    _, old, _ = run("token", "college-7", "--role", "organiser", "--region", "KZ-75")
    run("token", "college-7", "--role", "administrator")
    code, _, said = run("rotate-token", "college-7")
    _, new, _ = run("rotate-token", "college-7", "--region", "KZ-75", "--hours", "0")
    _, left, _ = run("people")

    assert (code, "--region" in said) == (1, True)
    assert (len(new), new == old, left.count("college-7")) == (len(old), False, 2)
