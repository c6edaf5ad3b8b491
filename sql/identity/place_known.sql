-- place_known: whether the region and the contest that a role is given for exist.

select
    $region::varchar is null
    or exists (select known.region from ref.region as known where known.region = $region::varchar),
    $contest::varchar is null
    or exists (
        select known.contest from ledger.contest as known where known.contest = $contest::varchar
    )
