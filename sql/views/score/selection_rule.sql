-- score.selection_rule: the rules of each selection, as they are read and as they could be.
-- grain: one row per contest_no, variant
-- source: rulebook C6; CS-Q05 (the scale of the interview is set by the contest), CS-Q14 (so is the
-- least of the language test, where it is read as left out: that reading needs its number), CS-41
-- (weights: points as they are, or each component in percent of its greatest; whole numbers keep
-- totals exact)

create or replace view score.selection_rule as
with
answer as materialized (
    select
        contest_no,
        any_value(number) filter (key = 'interview_max') as interview_max,
        any_value(number) filter (key = 'lang_min') as lang_min
    from score.reading_answer
    group by contest_no
),

scaled as (
    select
        contest.contest_no,
        contest.ruleset_hash,
        rule.ord,
        rule.variant,
        rule.reading,
        rule.other,
        rule.starts_on,
        rule.ends_on,
        rule.certificate_until,
        rule.is_certificate_inclusive,
        if(rule.is_lang_of_contest, answer.lang_min, rule.lang_min) as lang_min,
        rule.pq_scope,
        rule.is_pq_inclusive,
        rule.half_rounding,
        rule.half_base,
        rule.half_least,
        rule.essay_combine,
        rule.interview_seats,
        rule.list_places,
        rule.tie_scope,
        rule.seniority,
        rule.seniority_unit,
        rule.is_education_ordered,
        rule.appoint_from,
        rule.is_documents_first,
        rule.has_reserve,
        rule.is_percent,
        rule.has_law,
        rule.has_pq,
        rule.has_ability,
        rule.has_essay,
        rule.has_interview,
        answer.interview_max,
        law.least as law_least,
        pq.least as pq_least,
        essay.least as essay_least,
        if(rule.is_percent and rule.has_law, rule.law_max * 1000, 1)::hugeint as law_whole,
        if(rule.is_percent and rule.has_pq, rule.pq_max * 1000, 1)::hugeint as pq_whole,
        if(
            rule.is_percent and rule.has_ability, rule.ability_max * 1000, 1
        )::hugeint as ability_whole,
        if(rule.is_percent and rule.has_essay, rule.essay_max * 1000, 1)::hugeint as essay_whole,
        if(
            rule.is_percent and rule.has_interview, coalesce(answer.interview_max, 1) * 1000, 1
        )::hugeint as interview_whole
    from fact.contest as contest
    inner join ref.selection_rule as rule on rule.ruleset_hash = contest.ruleset_hash
    left join answer on answer.contest_no = contest.contest_no
    left join ref.selection_step as law
        on law.ruleset_hash = contest.ruleset_hash
        and law.step = 'law'
    left join ref.selection_step as pq
        on pq.ruleset_hash = contest.ruleset_hash
        and pq.step = 'pq'
    left join ref.selection_step as essay
        on essay.ruleset_hash = contest.ruleset_hash
        and essay.step = 'essay'
    where
        rule.variant = 'default'
        or not rule.is_lang_of_contest
        or answer.lang_min is not null
)

select
    -- ids
    contest_no,
    ruleset_hash,
    ord,
    variant,
    reading,
    other,

    -- dates
    starts_on,
    ends_on,
    certificate_until,
    is_certificate_inclusive,

    -- gates and cuts
    law_least,
    lang_min,
    pq_least,
    pq_scope,
    is_pq_inclusive,
    half_rounding,
    half_base,
    half_least,
    essay_least,
    essay_combine,
    interview_seats,
    interview_max,
    list_places,

    -- order and what follows
    tie_scope,
    seniority,
    seniority_unit,
    is_education_ordered,
    appoint_from,
    is_documents_first,
    has_reserve,
    is_percent,

    -- weights
    if(has_law, pq_whole * ability_whole * essay_whole * interview_whole, 0) as law_weight,
    if(has_pq, law_whole * ability_whole * essay_whole * interview_whole, 0) as pq_weight,
    if(has_ability, law_whole * pq_whole * essay_whole * interview_whole, 0) as ability_weight,
    if(has_essay, law_whole * pq_whole * ability_whole * interview_whole, 0) as essay_weight,
    if(has_interview, law_whole * pq_whole * ability_whole * essay_whole, 0) as interview_weight,
    if(is_percent, 100000, 1)::hugeint as multiplier,
    720720 * law_whole * pq_whole * ability_whole * essay_whole * interview_whole as divisor
from scaled;

comment on view score.selection_rule is 'The rules of each selection, by every reading.';
comment on column score.selection_rule.contest_no is 'Physical key of the contest.';
comment on column score.selection_rule.ruleset_hash is 'Hash of the ruleset that holds.';
comment on column score.selection_rule.ord is 'Order of the readings; 1 is the default.';
comment on column score.selection_rule.variant is
    'default, or the reading that is taken otherwise, as CS-Q01=down.';
comment on column score.selection_rule.reading is 'Id of the question that is read otherwise.';
comment on column score.selection_rule.other is 'The other answer.';
comment on column score.selection_rule.starts_on is 'First day the rules hold.';
comment on column score.selection_rule.ends_on is 'Last day the rules hold.';
comment on column score.selection_rule.certificate_until is 'Last day of a law certificate.';
comment on column score.selection_rule.is_certificate_inclusive is 'That day counts.';
comment on column score.selection_rule.law_least is 'Correct answers that pass the law test.';
comment on column score.selection_rule.pq_least is 'Tasks that pass the personal qualities.';
comment on column score.selection_rule.essay_least is 'Points that pass the essay.';
comment on column score.selection_rule.lang_min is
    'Least of the language test, questions; null: none.';
comment on column score.selection_rule.pq_scope is 'total or each.';
comment on column score.selection_rule.is_pq_inclusive is 'Exactly the threshold passes.';
comment on column score.selection_rule.half_rounding is 'up or down.';
comment on column score.selection_rule.half_base is 'valid, attended or cut_then_exclude.';
comment on column score.selection_rule.half_least is 'Least number that goes on at the half rule.';
comment on column score.selection_rule.essay_combine is 'mean, each or median.';
comment on column score.selection_rule.interview_seats is 'Most at the interview, but for ties.';
comment on column score.selection_rule.interview_max is
    'Greatest points of the interview; null: not set yet.';
comment on column score.selection_rule.list_places is 'Best of the result.';
comment on column score.selection_rule.tie_scope is 'all or winner.';
comment on column score.selection_rule.seniority is 'total or civil.';
comment on column score.selection_rule.seniority_unit is 'days or years.';
comment on column score.selection_rule.is_education_ordered is
    'The higher level of education wins a tie.';
comment on column score.selection_rule.appoint_from is
    'Working day after the announcement from which on the winner can be appointed.';
comment on column score.selection_rule.is_documents_first is
    'No appointment before the documents.';
comment on column score.selection_rule.has_reserve is 'The second and third are a reserve.';
comment on column score.selection_rule.is_percent is 'The total is of percents, not of points.';
comment on column score.selection_rule.law_weight is
    'Weight of the law test in the total; 0: not counted.';
comment on column score.selection_rule.pq_weight is 'Weight of the personal qualities.';
comment on column score.selection_rule.ability_weight is 'Weight of the ability test.';
comment on column score.selection_rule.essay_weight is 'Weight of the essay.';
comment on column score.selection_rule.interview_weight is 'Weight of the interview.';
comment on column score.selection_rule.multiplier is
    'With the divisor: from an exact total to thousandths of a point.';
comment on column score.selection_rule.divisor is
    'With the multiplier: from an exact total to thousandths of a point.';
