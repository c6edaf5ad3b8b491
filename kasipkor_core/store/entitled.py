"""Whether an actor may write a batch: asked in the transaction that writes it."""

from collections.abc import Sequence

import duckdb

from kasipkor_core import access
from kasipkor_core.errors import NotAllowed

_PLACES = """
    select
        registry.contest,
        case when bool_and(fact.region is not distinct from known.region) then known.region end
    from ledger.contest as registry
    left join ledger.contest_fact as fact on fact.contest_no = registry.contest_no
    left join (
        select contest_no, max_by(region, batch_no) as region
        from ledger.contest_fact
        group by contest_no
    ) as known
        on known.contest_no = registry.contest_no
    where list_contains($contests, registry.contest_no)
    group by registry.contest_no, registry.contest, known.region
"""
_PERSONS = """
    select distinct coalesce(region, '')
    from (
        select region from ledger.application where list_contains($batches, batch_no)
        union all
        select region from ledger.organisation where list_contains($batches, batch_no)
        union all
        select region from ledger.expert where list_contains($batches, batch_no)
    ) as row
"""


def refuse_role(role: str, kind: str, sheet_kind: str | None = None) -> None:
    """Refuse an act that the role may nowhere do, before anything is looked at.

    Args:
        role: Role of the actor.
        kind: Kind of the batch.
        sheet_kind: Kind of its sheet, or null.

    Raises:
        NotAllowed: it may not.
    """
    needs = access.act_of(kind, sheet_kind)
    if not any(access.may(role, act) for act in needs) and not access.is_beyond_asking(role):
        raise NotAllowed(
            "The role {role} may not do this. Ask an administrator for a role that may.", role=role
        )


def refuse_unentitled(
    cursor: duckdb.DuckDBPyConnection,
    *,
    role: str,
    scope: access.Scope,
    contests: Sequence[int],
    batches: Sequence[int],
) -> None:
    """Refuse an act outside the place that the role is given for.

    Args:
        cursor: Inside the transaction, after the facts are written.
        role: Role of the actor.
        scope: The place the role is given for.
        contests: Numbers of the contests touched; 0 is persons and organisations.
        batches: The batch, and those it undoes or replaces.

    Raises:
        NotAllowed: it may not; nothing is written.
    """
    if access.is_everywhere(role, scope):
        return
    if not all(
        access.covers(scope, contest=contest, region=region)
        for contest, region in _list_places(cursor, contests, batches)
    ):
        raise NotAllowed(
            "The role {role} holds for {place} only, and this touches more than that. "
            "Ask whoever is responsible there, or an administrator.",
            role=role,
            place=scope.region or scope.contest or "–",
        )


def refuse_foreign(scope: access.Scope, subject: str) -> None:
    """Refuse an appeal of a participant for anybody but the own entry.

    Args:
        scope: The place the role is given for.
        subject: ``contest/entry`` that the appeal is about.

    Raises:
        NotAllowed: it is another's.
    """
    if not access.is_own(scope, subject):
        raise NotAllowed("An appeal is lodged for the own result only. Open your own link.")


def _list_places(
    cursor: duckdb.DuckDBPyConnection, contests: Sequence[int], batches: Sequence[int]
) -> list[tuple[str | None, str | None]]:
    """Return contest and region of all that is touched; persons have a region only."""
    places: list[tuple[str | None, str | None]] = []
    places += cursor.execute(_PLACES, {"contests": list(contests)}).fetchall()
    if 0 in contests:
        rows = cursor.execute(_PERSONS, {"batches": list(batches)}).fetchall()
        places += [(None, region) for (region,) in rows] or [(None, None)]
    return places or [(None, None)]
