-- score.field: all entries of a contest beside each other, best first.
-- grain: one row per contest_no with entries
-- source: rulebook WM-12, BP-14 (order by exact total, no tie-break), WM-24 (an archive is ordered
-- by its scale); CONTRACTS "Time and numbers" (the order key is exact for 1 to 16 judges).
-- One list per contest, because windows upon windows take seconds to plan

create or replace view score.field as
with
keyed as (
    select
        points.contest_no,
        points.entry_no,
        points.ruleset_hash,
        points.source,
        points.points_sum,
        points.judge_count,
        points.parts,
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
    any_value(ruleset_hash) as ruleset_hash,
    any_value(source) as source,

    -- lists
    coalesce(
        list(order_key order by order_key desc) filter (order_key is not null), []
    ) as order_keys,
    list(
        struct_pack(
            entry_no := entry_no,
            order_key := order_key,
            points_sum := points_sum,
            judge_count := judge_count,
            parts := parts,
            marks := marks,
            marks_expected := marks_expected,
            open_aspects := open_aspects,
            archive_scale := archive_scale,
            is_competing := is_competing
        )
        order by order_key desc nulls last, entry_no
    ) as entries
from keyed
group by contest_no;

comment on view score.field is 'All entries of a contest beside each other, best first.';
comment on column score.field.contest_no is 'Physical key of the contest.';
comment on column score.field.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.field.source is 'marks, scores or archive.';
comment on column score.field.order_keys is
    'Exact totals of the ranked entries: thousandths of a point times 720720; an archive: scale.';
comment on column score.field.entries is 'Every entry with its points; order_key null: not ranked.';
