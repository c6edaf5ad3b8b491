-- score.hold: what holds up the signature under a contest.
-- grain: one row per contest_no, reason
-- source: rulebook DE-12 (an examinee without points), DE-19 (an exam by WorldSkills requirements at
-- a site without accreditation is not finalised), BP-07 (a flagged work waits for the jury)

create or replace view score.hold as
with
counted as (
    select
        contest_no,
        count(*) filter (is_blocked) as blocked,
        count(*) filter (reason = 'score_missing') as missing
    from score.passport
    group by contest_no
),

held as (
    select
        contest_no,
        unnest([
            struct_pack(reason := 'site_not_accredited', number := blocked),
            struct_pack(reason := 'scores_missing', number := missing)
        ]) as hold
    from counted

    union all

    select
        contest_no,
        struct_pack(reason := 'flag_undecided', number := count(*)) as hold
    from score.flag
    where is_open
    group by contest_no
)

select
    contest_no,
    hold.reason,
    hold.number
from held
where hold.number > 0;

comment on view score.hold is 'What holds up the signature under a contest.';
comment on column score.hold.contest_no is 'Physical key of the contest.';
comment on column score.hold.reason is
    'site_not_accredited, scores_missing or flag_undecided.';
comment on column score.hold.number is 'Examinees or works it is about.';
