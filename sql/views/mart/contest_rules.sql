-- mart.contest_rules: the ruleset of each contest, and the file it stands in.
-- grain: one row per contest_no
-- source: DESIGN "In one sentence" (a ruleset is a file)

create or replace view mart.contest_rules as
select
    contest.contest_no,
    contest.contest,
    ruleset.ruleset,
    contest.ruleset_hash,
    case getvariable('lang')::varchar
        when 'ru' then ruleset.label_ru
        when 'en' then ruleset.label_en
        else ruleset.label_kk
    end as ruleset_name,
    ruleset.content
from fact.contest as contest
inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash;

comment on view mart.contest_rules is 'The ruleset of each contest, and the file it stands in.';
comment on column mart.contest_rules.contest_no is 'Physical key of the contest.';
comment on column mart.contest_rules.contest is 'Contest id.';
comment on column mart.contest_rules.ruleset is 'Ruleset in force.';
comment on column mart.contest_rules.ruleset_hash is 'Its hash.';
comment on column mart.contest_rules.ruleset_name is 'Its name in the reader''s language.';
comment on column mart.contest_rules.content is 'The file as it is, TOML.';
