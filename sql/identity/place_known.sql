-- place_known: whether the region, the contest and the entry that a role is given for exist.

select
    $region::varchar is null
    or exists (select known.region from ref.region as known where known.region = $region::varchar),
    $contest::varchar is null
    or exists (
        select known.contest from ledger.contest as known where known.contest = $contest::varchar
    ),
    $entry::varchar is null
    or exists (
        select known.entry
        from ledger.entry as known
        inner join ledger.contest as contest on contest.contest_no = known.contest_no
        where contest.contest = $contest::varchar and known.entry = $entry::varchar
    )
