-- score.hold: what holds up the signature under a contest.
-- grain: one row per contest_no, reason
-- source: rulebook DE-19 (an exam by WorldSkills requirements at a site without accreditation is
-- not finalised), BP-07 (a flagged work waits for the jury)

create or replace view score.hold as
select
    contest_no,
    'site_not_accredited' as reason,
    count(*) as number
from score.passport
where is_blocked
group by contest_no

union all

select
    contest_no,
    'flag_undecided' as reason,
    count(*) as number
from score.flag
where is_open
group by contest_no;

comment on view score.hold is 'What holds up the signature under a contest.';
comment on column score.hold.contest_no is 'Physical key of the contest.';
comment on column score.hold.reason is 'site_not_accredited or flag_undecided.';
comment on column score.hold.number is 'Examinees or works it is about.';
