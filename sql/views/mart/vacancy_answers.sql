-- mart.vacancy_answers: the points of each criterion, with the rule in words; staff only.
-- grain: one row per contest_no, entry_no, criterion of the candidate's sheet
-- source: rulebook B2, VC-09 (claimed and verified), VC-11 to VC-20

create or replace view mart.vacancy_answers as
with
line as (
    select
        ruleset_hash,
        variant,
        form,
        criterion,
        map_from_entries(
            list((
                option,
                case getvariable('lang')::varchar
                    when 'ru' then label_ru
                    when 'en' then label_en
                    else label_kk
                end
            ))
        ) as labels
    from ref.vacancy_option
    group by ruleset_hash, variant, form, criterion
)

select
    -- ids
    points.contest_no,
    contest.contest,
    points.entry_no,
    coalesce(registry.name, registry.entry) as candidate,
    points.form,
    points.ord,
    points.criterion,

    -- words
    case getvariable('lang')::varchar
        when 'ru' then criterion.label_ru
        when 'en' then criterion.label_en
        else criterion.label_kk
    end as criterion_name,
    case getvariable('lang')::varchar
        when 'ru' then criterion.evidence_ru
        when 'en' then criterion.evidence_en
        else criterion.evidence_kk
    end as evidence,
    case getvariable('lang')::varchar
        when 'ru' then criterion.words_ru
        when 'en' then criterion.words_en
        else criterion.words_kk
    end as rule_text,
    criterion.rule,
    array_to_string(points.options, ', ') as options,
    array_to_string(
        list_transform(
            list_filter(points.options, lambda one: one <> 'none'),
            lambda one: coalesce(line.labels[one], one)
        ),
        '; '
    ) as option_names,

    -- numbers
    points.claimed,
    points.verified,
    points.claimed - points.verified as difference,
    criterion.max_points,

    -- state
    case
        when points.claimed is null then 'unanswered'
        when points.verified is null then 'waiting'
        when points.verified < points.claimed then 'lowered'
        else 'verified'
    end as status
from score.vacancy_criterion as points
inner join fact.contest as contest on contest.contest_no = points.contest_no
inner join fact.entry as registry
    on registry.contest_no = points.contest_no
    and registry.entry_no = points.entry_no
inner join ref.vacancy_criterion as criterion
    on criterion.ruleset_hash = contest.ruleset_hash
    and criterion.variant = points.variant
    and criterion.form = points.form
    and criterion.criterion = points.criterion
left join line
    on line.ruleset_hash = contest.ruleset_hash
    and line.variant = points.variant
    and line.form = points.form
    and line.criterion = points.criterion
where
    points.variant = 'default'
    and fact.is_staff_of(points.contest_no);

comment on view mart.vacancy_answers is 'The points of each criterion, with the rule in words.';
comment on column mart.vacancy_answers.contest_no is 'Physical key of the contest.';
comment on column mart.vacancy_answers.contest is 'Contest id.';
comment on column mart.vacancy_answers.entry_no is 'Key of the candidate inside the contest.';
comment on column mart.vacancy_answers.candidate is
    'Name or code of the candidate.';
comment on column mart.vacancy_answers.form is '17 or 18.';
comment on column mart.vacancy_answers.ord is 'Number on the sheet.';
comment on column mart.vacancy_answers.criterion is 'Criterion of the sheet.';
comment on column mart.vacancy_answers.criterion_name is 'Its name in the reader language.';
comment on column mart.vacancy_answers.evidence is 'What proves it, in the reader language.';
comment on column mart.vacancy_answers.rule_text is
    'How its points come about, in the reader language.';
comment on column mart.vacancy_answers.rule is 'The rule behind it.';
comment on column mart.vacancy_answers.options is 'The lines that were named.';
comment on column mart.vacancy_answers.option_names is
    'Those lines in the reader language; empty when none was named.';
comment on column mart.vacancy_answers.claimed is 'Points claimed; null: not answered.';
comment on column mart.vacancy_answers.verified is
    'Points verified; null: not answered or not verified.';
comment on column mart.vacancy_answers.difference is 'Claimed less verified, points.';
comment on column mart.vacancy_answers.max_points is 'Most points it can bring; null: no limit.';
comment on column mart.vacancy_answers.status is 'unanswered, waiting, lowered or verified.';
