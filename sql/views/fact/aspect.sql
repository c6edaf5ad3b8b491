-- fact.aspect: the smallest thing that is marked.
-- grain: one row per contest_no, aspect
-- source: rulebook WM-02, WM-03

create or replace view fact.aspect as
select
    aspect.contest_no,
    aspect.batch_no,
    aspect.aspect,
    aspect.criterion,
    aspect.sub_criterion,
    aspect.sub_criterion_name,
    aspect.day,
    aspect.kind,
    aspect.description,
    aspect.requirement,
    aspect.wsos_section,
    aspect.wsos_weight,
    aspect.max_mark,
    aspect.partial_rule,
    aspect.source_sheet,
    aspect.source_row,
    aspect.source_column
from ledger.aspect as aspect
inner join fact.batch as batch
    on batch.contest_no = aspect.contest_no
    and batch.batch_no = aspect.batch_no;

comment on view fact.aspect is 'The smallest thing that is marked.';
comment on column fact.aspect.contest_no is 'Physical key of the contest.';
comment on column fact.aspect.batch_no is 'The batch that brought the fact.';
comment on column fact.aspect.aspect is 'Aspect id, as A1.M3.';
comment on column fact.aspect.criterion is 'Letter of the criterion.';
comment on column fact.aspect.sub_criterion is 'Sub-criterion, as A1.';
comment on column fact.aspect.sub_criterion_name is 'Name of the sub-criterion.';
comment on column fact.aspect.day is 'Day of marking, 1 is the first.';
comment on column fact.aspect.kind is 'M measurement, J judgement.';
comment on column fact.aspect.description is 'What is looked at.';
comment on column fact.aspect.requirement is 'What is asked for (M).';
comment on column fact.aspect.wsos_section is 'Section of the occupational standard.';
comment on column fact.aspect.wsos_weight is 'Weight of the section as declared; never trusted.';
comment on column fact.aspect.max_mark is 'Greatest mark, points.';
comment on column fact.aspect.partial_rule is 'How partial marks are given.';
comment on column fact.aspect.source_sheet is 'Sheet of the file.';
comment on column fact.aspect.source_row is 'Row or line of the file.';
comment on column fact.aspect.source_column is 'Column letter of the file.';
