-- score.acceptance: the entries whose marks of a part an expert has accepted, and the acceptance
-- still stands.
-- grain: one row per contest_no, entry_no, sub_criterion that is accepted
-- source: rulebook WM-09 (each expert confirms the own region's entry daily). An acceptance of all
-- parts is of those marked by then; a mark brought later needs another one

create or replace view score.acceptance as
with
brought as (
    select
        mark.contest_no,
        mark.entry_no,
        aspect.sub_criterion,
        max(mark.batch_no) as batch_no
    from fact.mark as mark
    inner join fact.aspect as aspect
        on aspect.contest_no = mark.contest_no
        and aspect.aspect = mark.aspect
    group by mark.contest_no, mark.entry_no, aspect.sub_criterion

    union all

    select
        score.contest_no,
        score.entry_no,
        score.criterion as sub_criterion,
        max(score.batch_no) as batch_no
    from fact.score as score
    group by score.contest_no, score.entry_no, score.criterion
)

select
    brought.contest_no,
    brought.entry_no,
    brought.sub_criterion,
    max_by(decision.who, decision.batch_no) as who,
    max(decision.batch_no) as batch_no
from fact.decision as decision
inner join brought
    on brought.contest_no = decision.contest_no
    and brought.entry_no = decision.entry_no
    and decision.value in ('all', brought.sub_criterion)
    and decision.batch_no > brought.batch_no
where
    decision.kind = 'accept'
    and fact.is_staff_of(decision.contest_no)
group by brought.contest_no, brought.entry_no, brought.sub_criterion;

comment on view score.acceptance is 'The entries whose marks of a part an expert has accepted.';
comment on column score.acceptance.contest_no is 'Physical key of the contest.';
comment on column score.acceptance.entry_no is 'The entry.';
comment on column score.acceptance.sub_criterion is
    'Sub-criterion of the scheme, or criterion of the score sheets.';
comment on column score.acceptance.who is 'Who accepted it.';
comment on column score.acceptance.batch_no is 'The act that recorded it.';
