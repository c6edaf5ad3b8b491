-- score.vacancy_post: when acceptance ends for each post, under every reading of the rules.
-- grain: one row per contest_no, variant
-- source: rulebook VC-03 (N working days from the last publication), VC-13 (window of
-- achievements), VC-Q18

create or replace view score.vacancy_post as
with
ruled as (
    select
        contest.contest_no,
        rule.ord,
        rule.variant,
        rule.reading,
        rule.other,
        contest.ruleset_hash,
        coalesce(vacancy.units, 1) as units,
        coalesce(vacancy.is_english, false) as is_english,
        vacancy.published_on,
        vacancy.published_on - if(rule.is_same_day_counted, 1, 0) as event_on,
        coalesce(vacancy.deadline_days, rule.deadline_days) as deadline_days,
        rule.is_deadline_inclusive,
        rule.sheet_by,
        rule.window_years,
        rule.printed_max,
        rule.sheet_cap,
        rule.is_per_sheet
    from fact.contest as contest
    inner join ref.vacancy_rule as rule on rule.ruleset_hash = contest.ruleset_hash
    left join fact.vacancy as vacancy on vacancy.contest_no = contest.contest_no
),

dated as (
    select
        contest_no,
        ord,
        variant,
        reading,
        other,
        ruleset_hash,
        units,
        is_english,
        published_on,
        score.nth_working_day(event_on, deadline_days) as last_day,
        is_deadline_inclusive,
        sheet_by,
        window_years,
        printed_max,
        sheet_cap,
        is_per_sheet
    from ruled
)

select
    contest_no,
    ord,
    variant,
    reading,
    other,
    ruleset_hash,
    units,
    is_english,
    published_on,
    last_day,
    if(is_deadline_inclusive, last_day, last_day - 1) as accepted_to,
    (last_day - to_years(window_years))::date as window_from,
    sheet_by,
    printed_max,
    sheet_cap,
    is_per_sheet
from dated;

comment on view score.vacancy_post is 'When acceptance of each post ends, by every reading.';
comment on column score.vacancy_post.contest_no is 'Physical key of the contest.';
comment on column score.vacancy_post.ord is 'Order of the readings.';
comment on column score.vacancy_post.variant is
    'default, or the reading that is taken otherwise, as VC-Q01=1.';
comment on column score.vacancy_post.reading is 'Id of the question that is read otherwise.';
comment on column score.vacancy_post.other is 'The other answer.';
comment on column score.vacancy_post.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.vacancy_post.units is 'Units of the post to be filled.';
comment on column score.vacancy_post.is_english is 'A post of English.';
comment on column score.vacancy_post.published_on is 'Day of the last publication.';
comment on column score.vacancy_post.last_day is
    'Last day of acceptance; null: nothing announced.';
comment on column score.vacancy_post.accepted_to is 'Day up to which documents are in time.';
comment on column score.vacancy_post.window_from is 'First day of the window of achievements.';
comment on column score.vacancy_post.sheet_by is 'The service that decides the sheet.';
comment on column score.vacancy_post.printed_max is
    'Greatest number of the printed heading, points.';
comment on column score.vacancy_post.sheet_cap is
    'Greatest total of a sheet, points; null: no limit.';
comment on column score.vacancy_post.is_per_sheet is 'One list a sheet.';
