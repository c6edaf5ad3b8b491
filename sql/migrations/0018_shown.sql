-- What a board shows of its contest and of the ids and order of its entries, kept with each
-- snapshot: a board then reads the snapshot and the names, and looks nothing else up. Snapshots of
-- former versions are completed here from the facts that they name; their hashes leave these columns
-- out. Only what DuckLake has too.

alter table tally.contest add column contest varchar;  -- null here and below: no facts of it in force
alter table tally.contest add column programme varchar;
alter table tally.contest add column season integer;
alter table tally.contest add column level varchar;
alter table tally.contest add column ruleset_hash varchar;
alter table tally.contest add column is_archive boolean;
alter table tally.entry_total add column entry varchar;
alter table tally.entry_total add column ord integer;

update tally.contest as head
set
    contest = registry.contest,
    programme = described.programme,
    season = described.season,
    level = described.level,
    ruleset_hash = described.ruleset_hash,
    is_archive = described.is_archive
from ledger.contest_fact as described
inner join ledger.contest as registry on registry.contest_no = described.contest_no
where
    described.contest_no = head.contest_no
    and described.batch_no = head.contest_batch_no;

create temp table ordered as
select
    total.contest_no,
    total.at_batch_no,
    total.entry_no,
    registry.entry,
    row_number() over by_place as ord
from (
    select
        contest_no,
        at_batch_no,
        entry_no,
        place,
        (points_sum * 1000)::bigint * (720720 // judge_count) as order_key
    from tally.entry_total
) as total
inner join ledger.entry as registry
    on registry.contest_no = total.contest_no
    and registry.entry_no = total.entry_no
window by_place as (
    partition by total.contest_no, total.at_batch_no
    order by total.place nulls last, total.order_key desc nulls last, registry.entry
);

update tally.entry_total as total
set
    entry = ordered.entry,
    ord = ordered.ord
from ordered
where
    ordered.contest_no = total.contest_no
    and ordered.at_batch_no = total.at_batch_no
    and ordered.entry_no = total.entry_no;

drop table ordered;
