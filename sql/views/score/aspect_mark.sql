-- score.aspect_mark: the mark of each aspect that any judge has given a value for.
-- grain: one row per contest_no, entry_no, aspect of the scheme with a value
-- source: rulebook WM-04 (measurement), WM-05 (judgement), WM-06 (re-score); several judges of a
-- measurement must agree. Whole numbers only: hundredths, half up; no mark is negative.

create or replace view score.aspect_mark as
with
given as (
    select
        contest_no,
        entry_no,
        aspect,
        count(mark) as judges,
        min(mark) as least,
        max(mark) as greatest,
        sum((mark * 1000)::bigint)::bigint as sum_thousandths
    from fact.mark
    where mark is not null
    group by contest_no, entry_no, aspect
),

judged as (
    select
        given.contest_no,
        given.entry_no,
        given.aspect,
        aspect.criterion,
        aspect.kind,
        given.judges,
        given.least,
        given.sum_thousandths,
        (aspect.max_mark * 1000)::bigint as max_thousandths,
        given.judges * ruleset.judgement_top * 10000 as divisor,
        given.judges >= ruleset.judges_per_judgement as has_all_judges,
        given.greatest - given.least
            > if(aspect.kind = 'J', ruleset.judgement_spread, 0) as is_open
    from given
    inner join fact.aspect as aspect
        on aspect.contest_no = given.contest_no
        and aspect.aspect = given.aspect
    inner join fact.contest as contest on contest.contest_no = given.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
)

select
    -- ids
    contest_no,
    entry_no,
    aspect,
    criterion,
    kind,

    -- numbers
    judges,
    case
        when is_open then null
        when kind = 'M' then least
        when has_all_judges then (
            (2 * sum_thousandths * max_thousandths + divisor) // (2 * divisor) * 0.01
        )::decimal(9, 3)
    end as mark,

    -- booleans
    is_open
from judged;

comment on view score.aspect_mark is
    'The mark of each aspect that any judge has given a value for.';
comment on column score.aspect_mark.contest_no is 'Physical key of the contest.';
comment on column score.aspect_mark.entry_no is 'Key of the entry inside its contest.';
comment on column score.aspect_mark.aspect is 'Aspect id, as A1.M3.';
comment on column score.aspect_mark.criterion is 'Letter of the criterion.';
comment on column score.aspect_mark.kind is 'M measurement, J judgement.';
comment on column score.aspect_mark.judges is 'Judges who have given a value.';
comment on column score.aspect_mark.mark is
    'Points, two decimals; null while judges are missing or the aspect is open.';
comment on column score.aspect_mark.is_open is 'The judges differ too much: to be scored again.';
