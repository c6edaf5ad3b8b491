"""Whatever the cells say: findings, or facts that can be written; never a crash."""

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core import sheets
from kasipkor_core.reading.grid import Grid
from tests.sheets.world import BARE, REPUBLIC, make_world

CELLS = st.one_of(
    st.none(),
    st.sampled_from(
        ["e1", "e4", "A1.M1", "A1.J1", "A", REPUBLIC, f"{REPUBLIC}/e1", "Абай", "Алматы", "2022",
         "республика", "worldskills", "M", "J", "1", "2,5", "-1", "9" * 60, "1e9", "иә", "-",
         "=1", "tie", "10", "24.11.2022", "0.0000001", "Итого", "KZ-55", "100"]
    ),
    st.text(max_size=6),
)  # fmt: skip


@pytest.fixture(scope="module")
def world():
    return make_world()


def make_grid(fmt, rows):
    names = [one.name for one in fmt.fields] + (["A", "B"] if fmt.wide == "criteria" else [])
    cells = [[row[index % len(row)] for row in rows] for index in range(len(names))]
    return Grid(
        table=pa.table({f"c{i}": pa.array(column, pa.string()) for i, column in enumerate(cells)}),
        rows=pa.array(range(2, len(rows) + 2), pa.int32()),
        header=tuple(names),
        letters=tuple(chr(65 + index) for index in range(len(names))),
        header_row=1,
    )


def any_sheets(examples):
    """Return what hands a test so many generated sheets."""
    quiet = settings(
        max_examples=examples,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    rows = st.lists(st.lists(CELLS, min_size=16, max_size=16), min_size=1, max_size=4)
    sheet = given(rows=rows, contest=st.sampled_from([None, REPUBLIC, BARE]))
    return lambda test: quiet(sheet(test))


every_kind = pytest.mark.parametrize("kind", sheets.list_kinds())


@pytest.mark.sampled
@every_kind
@any_sheets(2)
def test_any_cells_give_findings_or_facts(world, kind, rows, contest):
    give_anything(world, kind, rows, contest)


@pytest.mark.long
@every_kind
@any_sheets(40)
def test_more_of_any_cells_give_findings_or_facts(world, kind, rows, contest):
    give_anything(world, kind, rows, contest)


def give_anything(world, kind, rows, contest):
    fmt = sheets.read_format(kind)
    grid = make_grid(fmt, rows)
    mapping = sheets.propose_mapping(grid, fmt)
    sheets.stage(world.con, grid, fmt, mapping, contest=contest)
    findings = sheets.check(world.con, fmt)

    assert all(sheets.render(found, lang) for found in findings for lang in ("kk", "ru", "en"))
    if all(found.severity != "error" for found in findings):
        for name in sheets.list_ready(kind):
            world.con.execute(f"create or replace temp table written as from ready_{name}")
