"""A broken file for the check of readings that nobody has confirmed."""

from tests.sql.test_readings import CONTEST, SCORES, make_world

CASES = [("reading_unconfirmed", "scores", SCORES, CONTEST, "2")]
__all__ = ["CASES", "make_world"]
