-- fact.vouched: the second person behind a sheet: a check of it, or a signature under the contest,
-- by somebody else than who entered it.
-- grain: one row per contest_no, batch_no of a sheet in force, decision_batch_no, source_row
-- source: rulebook WM-09 (checked), BP-16 (signed); whoever entered a sheet vouches for it neither
-- as who acts nor as who is named in a sheet of decisions. A check names one sheet by its batch and
-- stands as long as that sheet; a check of all sheets and a signature are void after any change

create or replace view fact.vouched as
with
signature as (
    select
        contest_no,
        max(batch_no) filter (kind = 'reopen') as reopened_batch_no
    from fact.decision
    group by contest_no
)

select
    -- ids
    sheet.contest_no,
    sheet.batch_no,
    decision.batch_no as decision_batch_no,
    decision.source_row,

    -- what, who, when
    decision.kind,
    if(fact.is_staff_of(sheet.contest_no), decision.who, null) as who,
    signed.recorded_at
from fact.entered as sheet
inner join ledger.batch as entered on entered.batch_no = sheet.batch_no
inner join fact.decision as decision
    on decision.contest_no = sheet.contest_no
    and decision.entry_no is null
    and decision.kind in ('check', 'sign_off')
inner join ledger.batch as signed on signed.batch_no = decision.batch_no
left join fact.last_change as last_change on last_change.contest_no = sheet.contest_no
left join signature on signature.contest_no = sheet.contest_no
where
    case
        when decision.kind = 'sign_off'
            then decision.batch_no
                > greatest(coalesce(last_change.batch_no, 0), coalesce(reopened_batch_no, 0))
        when decision.value = 'all' then decision.batch_no > coalesce(last_change.batch_no, 0)
        else decision.value = sheet.batch_no::varchar
    end
    and signed.actor_role <> 'local'
    and lower(trim(signed.actor)) <> lower(trim(entered.actor))
    and lower(trim(decision.who)) <> lower(trim(entered.actor));

comment on view fact.vouched is 'The second person behind a sheet.';
comment on column fact.vouched.contest_no is 'Physical key of the contest.';
comment on column fact.vouched.batch_no is 'The sheet.';
comment on column fact.vouched.decision_batch_no is 'The check or the signature.';
comment on column fact.vouched.source_row is 'Row of a sheet of decisions; null: made by hand.';
comment on column fact.vouched.kind is 'check or sign_off.';
comment on column fact.vouched.who is 'Who vouches; null for the public.';
comment on column fact.vouched.recorded_at is 'When, UTC.';
