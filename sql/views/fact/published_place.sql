-- fact.published_place: the places of a contest as each of its publications let the public read them.
-- grain: one row per contest_no, publication_batch_no, entry_no; staff of the contest only
-- source: LEDGER "Tables" (a contest's totals as of h are those of its newest head up to h)

create or replace view fact.published_place as
with
published as (
    select
        contest_no,
        batch_no,
        published_batch_no
    from tally.span
    where
        published_batch_no is not null
        and getvariable('as_of')::integer between first_batch_no and last_batch_no
        and fact.is_staff_of(contest_no)
),

head as (
    select
        published.contest_no,
        published.batch_no,
        max(snapshot.at_batch_no) as at_batch_no
    from published
    inner join tally.contest as snapshot
        on snapshot.contest_no = published.contest_no
        and snapshot.at_batch_no <= published.published_batch_no
    group by published.contest_no, published.batch_no
)

select
    head.contest_no,
    head.batch_no as publication_batch_no,
    total.entry_no,
    total.place
from head
inner join tally.entry_total as total
    on total.contest_no = head.contest_no
    and total.at_batch_no = head.at_batch_no;

comment on view fact.published_place is 'Places as each publication let the public read them.';
comment on column fact.published_place.contest_no is 'Physical key of the contest.';
comment on column fact.published_place.publication_batch_no is 'The act that published.';
comment on column fact.published_place.entry_no is 'Key of the entry inside its contest.';
comment on column fact.published_place.place is '1 is best; null: not ranked.';
