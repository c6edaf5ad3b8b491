"""What if the places of the next level were shared out among the regions."""

from dataclasses import asdict, dataclass
from typing import Literal

import pyarrow as pa

from kasipkor_core.errors import Refused
from kasipkor_core.store.connect import Store
from kasipkor_core.store.query import Reader, query

Weight = Literal["colleges", "entries", "medal_points_before"]
Method = Literal["largest_remainder", "sainte_lague", "dhondt"]
_SHARED = """
    select region, weight, seats, is_tied, seats_tied
    from score.share_seats(
        (
            select
                list(struct_pack(
                    region := region,
                    weight := case $weight
                        when 'colleges' then colleges
                        when 'entries' then entries
                        when 'medal_points_before' then medal_points_before
                    end
                ))
            from mart.seat_weights
            where programme = $programme and season = $season and level = $level
        ),
        $method,
        $total::integer,
        $floor::integer,
        $cap::integer
    )
    order by seats desc, weight desc, region
"""


@dataclass(frozen=True)
class Sharing:
    """How places are to be shared out (WS-10, a proposal).

    Attributes:
        programme: Programme.
        season: Season whose places are shared out.
        level: The level left behind: college, oblast or republic.
        total: Places there are.
        weight: What they go by.
        method: How whole places are made of shares.
        floor: Places every region has at least.
        cap: Places no region goes above; null: none.
    """

    programme: str
    season: int
    level: str
    total: int
    weight: Weight = "entries"
    method: Method = "largest_remainder"
    floor: int = 0
    cap: int | None = None


def read_what_if(store: Store, sharing: Sharing, *, reader: Reader) -> pa.Table:
    """Return the places of each region, the greatest number first.

    Args:
        store: The open ledger.
        sharing: How places are to be shared out.
        reader: Whose eyes.

    Returns:
        Columns region, weight, seats (certain ones), is_tied (with others for the last places)
        and seats_tied (how many those together still get).

    Raises:
        Refused: the floor is above the cap, or the floors need more places than there are.

    Source:
        The methods live in ``sql/macros/share_seats.sql``; this function only selects.
    """
    if sharing.floor < 0 or (sharing.cap is not None and sharing.cap < sharing.floor):
        raise Refused(
            "The least number of places, {floor}, must lie between 0 and the greatest, {cap}.",
            floor=sharing.floor,
            cap="–" if sharing.cap is None else sharing.cap,
        )
    shared = query(store, _SHARED, reader, **asdict(sharing))
    if shared.num_rows * sharing.floor > sharing.total:
        raise Refused(
            "{regions} regions with at least {floor} places each need more than {total}.",
            regions=shared.num_rows,
            floor=sharing.floor,
            total=sharing.total,
        )
    return shared
