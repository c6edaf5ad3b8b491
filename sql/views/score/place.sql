-- score.place: the place of each entry, by exact total, best first.
-- grain: one row per contest_no, entry_no of fact.entry
-- source: rulebook WM-12, BP-14 (1, 1, 3; no tie-break); WM-24 (an archive is ordered by its
-- scale); CONTRACTS "Time and numbers" (the order key is exact for 1 to 16 judges)

create or replace view score.place as
with
keyed as (
    select
        points.contest_no,
        points.entry_no,
        points.ruleset_hash,
        points.source,
        points.points_sum,
        points.judge_count,
        points.marks,
        points.marks_expected,
        points.open_aspects,
        points.is_competing,
        archive.scale as archive_scale,
        case
            when not points.is_competing then null
            when points.source = 'archive' then archive.scale::bigint
            else (points.points_sum * 1000)::bigint * (720720 // points.judge_count)
        end as order_key
    from score.entry_points as points
    left join fact.scale_score as archive
        on archive.contest_no = points.contest_no
        and archive.entry_no = points.entry_no
)

select
    -- ids
    contest_no,
    entry_no,
    ruleset_hash,
    source,

    -- numbers
    points_sum,
    judge_count,
    marks,
    marks_expected,
    open_aspects,
    archive_scale,
    order_key,
    case when order_key is not null then rank() over by_key end::integer as place,
    count(order_key) over of_contest as ranked,

    -- booleans
    is_competing,
    order_key is not null and count(*) over same_key > 1 as is_tied
from keyed
window
    of_contest as (partition by contest_no),
    by_key as (partition by contest_no order by order_key desc nulls last),
    same_key as (partition by contest_no, order_key);

comment on view score.place is 'The place of each entry, by exact total, best first.';
comment on column score.place.contest_no is 'Physical key of the contest.';
comment on column score.place.entry_no is 'Key of the entry inside its contest.';
comment on column score.place.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.place.source is 'marks, scores or archive.';
comment on column score.place.points_sum is 'Points of judge_count judges together.';
comment on column score.place.judge_count is 'What points_sum is divided by.';
comment on column score.place.marks is 'Aspects or criteria that count.';
comment on column score.place.marks_expected is 'Aspects or criteria there are.';
comment on column score.place.open_aspects is 'Aspects to be scored again.';
comment on column score.place.archive_scale is 'Scale score published elsewhere.';
comment on column score.place.order_key is
    'Exact order: thousandths of a point times 720720; an archive: its scale; null: not ranked.';
comment on column score.place.place is '1 is best; null: not ranked.';
comment on column score.place.ranked is 'Ranked entries of the contest.';
comment on column score.place.is_competing is 'May be ranked.';
comment on column score.place.is_tied is 'Shares its place.';
