-- fact.vacancy: the announced post of each contest, by its last publication.
-- grain: one row per contest_no
-- source: rulebook VC-01, VC-03 (several publications: the last one counts)

create or replace view fact.vacancy as
with
newest as (
    select
        vacancy.contest_no,
        arg_max(vacancy, (vacancy.published_on, vacancy.batch_no)) as fact,
        count(*)::integer as publications
    from ledger.vacancy as vacancy
    inner join fact.batch as batch
        on batch.contest_no = vacancy.contest_no
        and batch.batch_no = vacancy.batch_no
    group by vacancy.contest_no
)

select
    contest_no,
    fact.batch_no,
    fact.post,
    fact.organisation,
    fact.region,
    fact.units,
    fact.published_on,
    fact.deadline_days,
    fact.is_english,
    publications,
    fact.source_sheet,
    fact.source_row,
    fact.source_column
from newest;

comment on view fact.vacancy is 'The announced post of each contest, by its last publication.';
comment on column fact.vacancy.contest_no is 'Physical key of the contest.';
comment on column fact.vacancy.batch_no is 'The batch that brought the fact.';
comment on column fact.vacancy.post is 'The post.';
comment on column fact.vacancy.organisation is 'Who announced it.';
comment on column fact.vacancy.region is 'ISO code of its region.';
comment on column fact.vacancy.units is 'Units of the post to be filled.';
comment on column fact.vacancy.published_on is 'Day of the last publication.';
comment on column fact.vacancy.deadline_days is
    'Working days of acceptance; null: those of the ruleset.';
comment on column fact.vacancy.is_english is 'A post of English: document 10 is needed.';
comment on column fact.vacancy.publications is 'Publications in force.';
comment on column fact.vacancy.source_sheet is 'Sheet of the file.';
comment on column fact.vacancy.source_row is 'Row or line of the file.';
comment on column fact.vacancy.source_column is 'Column letter of the file.';
