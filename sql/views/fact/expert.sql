-- fact.expert: an expert and what the expert does in a contest.
-- grain: one row per for_contest_no, name_no
-- source: rulebook WM-07, BP-11. The sheets are of no contest, so fact.batch has them for those only
-- whose role is for no place: here the contest that an expert is for decides

create or replace view fact.expert as
select
    expert.contest_no,
    expert.batch_no,
    expert.for_contest_no,
    expert.name_no,
    name.name,
    name.folded,
    expert.region,
    expert.organisation,
    expert.employer_kind,
    expert.role,
    expert.conflict,
    expert.source_sheet,
    expert.source_row,
    expert.source_column
from ledger.expert as expert
inner join tally.span as span
    on span.contest_no = expert.contest_no
    and span.batch_no = expert.batch_no
    and getvariable('as_of')::integer between span.first_batch_no and span.last_batch_no
left join private.name as name on name.name_no = expert.name_no
where fact.is_staff_of(expert.for_contest_no);

comment on view fact.expert is 'An expert and what the expert does in a contest.';
comment on column fact.expert.contest_no is 'Always 0: never published.';
comment on column fact.expert.batch_no is 'The batch that brought the fact.';
comment on column fact.expert.for_contest_no is 'The contest the expert works in.';
comment on column fact.expert.name_no is 'Key of the private name.';
comment on column fact.expert.name is 'Full name; null once erased.';
comment on column fact.expert.folded is 'Name folded for comparing (score.folded_name).';
comment on column fact.expert.region is 'ISO code of the own region.';
comment on column fact.expert.organisation is 'Own organisation.';
comment on column fact.expert.employer_kind is 'Kind of employer.';
comment on column fact.expert.role is 'judge, supervisor or chief_expert.';
comment on column fact.expert.conflict is 'Declared conflict of interest.';
comment on column fact.expert.source_sheet is 'Sheet of the file.';
comment on column fact.expert.source_row is 'Row or line of the file.';
comment on column fact.expert.source_column is 'Column letter of the file.';
