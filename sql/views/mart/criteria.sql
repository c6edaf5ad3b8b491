-- mart.criteria: what each criterion has brought an entry.
-- grain: one row per contest_no, entry_no, criterion with marks or points
-- source: rulebook WM-02, WM-11 (sum of aspects), BP-08, BP-12 (mean of the experts)

create or replace view mart.criteria as
with
part as (
    select
        contest_no,
        entry_no,
        ruleset_hash,
        source,
        unnest(parts) as part
    from score.entry_points
),

summed as (
    select
        contest_no,
        entry_no,
        any_value(ruleset_hash) as ruleset_hash,
        any_value(source) as source,
        part.criterion as criterion,
        sum(part.order_key)::bigint as order_key,
        sum(part.marks)::integer as marks
    from part
    group by contest_no, entry_no, part.criterion
),

scheme as (
    select
        contest_no,
        criterion,
        sum(max_mark)::decimal(9, 3) as maximum,
        count(*)::integer as aspects
    from fact.aspect
    group by contest_no, criterion
),

sheet as (
    select
        ruleset_hash,
        criterion,
        max_points,
        ord,
        case getvariable('lang')::varchar
            when 'ru' then label_ru
            when 'en' then label_en
            else label_kk
        end as label
    from ref.criterion
    where is_used
)

select
    -- ids
    summed.contest_no,
    contest.contest,
    summed.entry_no,
    entry.entry,
    summed.criterion,
    sheet.label,

    -- numbers
    ((2 * summed.order_key + 720720) // 1441440 * 0.001)::decimal(9, 3) as points,
    case
        when summed.source = 'marks' then scheme.maximum
        else coalesce(sheet.max_points, scheme.maximum)
    end as maximum,
    if(summed.source = 'marks', coalesce(summed.marks, 0), null) as marks,
    if(summed.source = 'marks', scheme.aspects, null) as marks_expected,
    coalesce(sheet.ord, 0) as ord
from summed
inner join fact.contest as contest on contest.contest_no = summed.contest_no
inner join fact.entry as entry
    on entry.contest_no = summed.contest_no
    and entry.entry_no = summed.entry_no
left join scheme
    on scheme.contest_no = summed.contest_no
    and scheme.criterion = summed.criterion
left join sheet
    on sheet.ruleset_hash = summed.ruleset_hash
    and sheet.criterion = summed.criterion;

comment on view mart.criteria is 'What each criterion has brought an entry.';
comment on column mart.criteria.contest_no is 'Physical key of the contest.';
comment on column mart.criteria.contest is 'Contest id.';
comment on column mart.criteria.entry_no is 'Key of the entry inside its contest.';
comment on column mart.criteria.entry is 'Entry id, unique inside its contest.';
comment on column mart.criteria.criterion is 'Criterion; total: a bare total.';
comment on column mart.criteria.label is 'Its name in the reader language; null: letters only.';
comment on column mart.criteria.points is 'Points, the mean of the judges, to thousandths.';
comment on column mart.criteria.maximum is 'Points there are; null: not known.';
comment on column mart.criteria.marks is 'Aspects that count; null: no aspects.';
comment on column mart.criteria.marks_expected is 'Aspects there are; null: no aspects.';
comment on column mart.criteria.ord is 'Order of the sheet.';
