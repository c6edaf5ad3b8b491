-- mart.scheme_sections: sections of the standard, their declared weight against the aspects.
-- grain: one row per contest_no, wsos_section
-- source: rulebook WM-01 (variation in total, recomputed from the aspects; only they are trusted)

create or replace view mart.scheme_sections as
with
section as (
    select
        contest_no,
        wsos_section,
        max(wsos_weight)::decimal(9, 3) as declared,
        sum(max_mark)::decimal(9, 3) as actual
    from fact.aspect
    where wsos_section is not null
    group by contest_no, wsos_section
)

select
    section.contest_no,
    contest.contest,
    section.wsos_section,
    section.declared,
    section.actual,
    (section.actual - section.declared)::decimal(9, 3) as variation,
    sum(abs(section.actual - section.declared)) over of_contest as total_variation,
    ruleset.wsos_tolerance as tolerance
from section
inner join fact.contest as contest on contest.contest_no = section.contest_no
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
window of_contest as (partition by section.contest_no);

comment on view mart.scheme_sections is
    'The sections of the occupational standard: declared weight against the aspects.';
comment on column mart.scheme_sections.contest_no is 'Physical key of the contest.';
comment on column mart.scheme_sections.contest is 'Contest id.';
comment on column mart.scheme_sections.wsos_section is 'Section of the occupational standard.';
comment on column mart.scheme_sections.declared is
    'Weight the scheme declares, points; null: none.';
comment on column mart.scheme_sections.actual is 'Sum of the maxima of its aspects, points.';
comment on column mart.scheme_sections.variation is 'Actual less declared, points.';
comment on column mart.scheme_sections.total_variation is
    'Sum of the absolute variations of all sections, points.';
comment on column mart.scheme_sections.tolerance is
    'The greatest total variation of the ruleset, points.';
