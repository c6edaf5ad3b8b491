-- score.centre: the competence centres, the checklist of each and the day it is checked on.
-- grain: one row per contest_no, organisation, region, profile
-- source: rulebook CC-21; the day of the check or decision, else the day of the horizon, in the
-- zone of the ruleset

create or replace view score.centre as
with
named as (
    select
        contest_no,
        organisation,
        region,
        profile,
        max_by(ruleset_hash, batch_no) as ruleset_hash,
        max(checked_on) as checked_on
    from fact.centre_item
    group by contest_no, organisation, region, profile
)

select
    named.contest_no,
    named.organisation,
    named.region,
    named.profile,
    named.ruleset_hash,
    coalesce(
        named.checked_on, cast(timezone(ruleset.zone, horizon.recorded_at) as date)
    ) as day
from named
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = named.ruleset_hash
left join fact.horizon as horizon on horizon.contest_no = named.contest_no;

comment on view score.centre is 'The competence centres.';
comment on column score.centre.contest_no is 'Physical key of the subject centres.';
comment on column score.centre.organisation is 'The TVET organisation.';
comment on column score.centre.region is 'ISO code; null: not known.';
comment on column score.centre.profile is 'Set of conditions: 004 or 004+001.';
comment on column score.centre.ruleset_hash is 'The checklist, of the newest sheet.';
comment on column score.centre.day is 'The day evidence has to be valid on.';
