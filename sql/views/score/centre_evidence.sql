-- score.centre_evidence: every reported row of a checklist, and whether it counts on the day.
-- grain: one row per contest_no, batch_no, source_row
-- source: rulebook CC-03 (an internship counts for five years, EX-33), CC-21 (expired is missing)

create or replace view score.centre_evidence as
select
    fact.contest_no,
    fact.batch_no,
    fact.source_row,
    fact.organisation,
    fact.region,
    fact.profile,
    fact.item,
    item.part_of,
    coalesce(lower(fact.evidence), fact.item) as evidence,
    fact.state,
    fact.done_on,
    fact.state = 'done'
    and coalesce(fact.valid_to >= centre.day, true)
    and (
        item.window_years is null
        or fact.basis is distinct from 'internship'
        or coalesce(score.years_after(fact.done_on, item.window_years) >= centre.day, false)
    ) as is_valid
from fact.centre_item as fact
inner join score.centre as centre
    on centre.contest_no = fact.contest_no
    and centre.organisation = fact.organisation
    and centre.region is not distinct from fact.region
    and centre.profile = fact.profile
inner join ref.centre_item as item
    on item.ruleset_hash = centre.ruleset_hash
    and item.item = fact.item;

comment on view score.centre_evidence is 'Every reported row of a checklist.';
comment on column score.centre_evidence.contest_no is 'Physical key of the subject.';
comment on column score.centre_evidence.batch_no is 'The batch that brought the row.';
comment on column score.centre_evidence.source_row is 'Row of the file.';
comment on column score.centre_evidence.organisation is 'The TVET organisation.';
comment on column score.centre_evidence.region is 'ISO code; null: not known.';
comment on column score.centre_evidence.profile is 'Set of conditions.';
comment on column score.centre_evidence.item is 'Id in the rulebook.';
comment on column score.centre_evidence.part_of is 'The item it is evidence for; null: itself.';
comment on column score.centre_evidence.evidence is 'What makes it distinct, in small letters.';
comment on column score.centre_evidence.state is
    'done, in_progress, missing or not_applicable.';
comment on column score.centre_evidence.done_on is 'Day of the step or document.';
comment on column score.centre_evidence.is_valid is 'Done, and not expired on the day.';
