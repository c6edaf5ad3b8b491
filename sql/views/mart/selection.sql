-- mart.selection: how each candidate stands in each step of a selection, by personal number.
-- grain: one row per contest_no, entry_no, step
-- source: CONTRACTS "Views" (selection); rulebook CS-12, CS-40 (no name before the interview; the
-- public sees numbers, totals and places, and only of a signed protocol), C5

create or replace view mart.selection as
with
shown as (
    select
        standing.contest_no,
        standing.entry_no,
        standing.step,
        standing.status,
        standing.reason,
        standing.points,
        standing.line,
        standing.total,
        standing.distance,
        standing.place,
        standing.number,
        standing.missing,
        standing.category,
        standing.words,
        standing.reliability,
        standing.is_met,
        fact.is_staff_of(standing.contest_no) as is_staff
    from fact.selection_standing as standing
    left join score.selection_protocol as protocol
        on protocol.contest_no = standing.contest_no
    where
        standing.variant = 'default'
        and (
            fact.is_staff_of(standing.contest_no)
            or (protocol.is_signed and standing.step = 'result' and standing.place is not null)
        )
)

select
    -- ids
    shown.contest_no,
    contest.contest,
    shown.entry_no,
    registry.entry as candidate,
    case
        when
            shown.is_staff
            and shown.is_met
            and registry.name <> registry.entry
            and not step.is_anonymous
            then registry.name
    end as name,

    -- the step
    shown.step,
    step.ord as step_no,
    case getvariable('lang')::varchar
        when 'ru' then step.label_ru
        when 'en' then step.label_en
        else step.label_kk
    end as step_name,

    -- numbers
    if(shown.is_staff, shown.points, shown.total) as score,
    shown.total,
    if(shown.is_staff, shown.line, null) as line,
    if(shown.is_staff, shown.distance, null) as distance,
    shown.place,
    if(shown.is_staff, shown.number, null) as number,

    -- words
    shown.status,
    coalesce(nullif(word.rule_id, ''), step.rule) as rule,
    if(shown.is_staff, shown.reason, null) as reason,
    if(shown.is_staff, shown.missing, null) as missing,
    case
        when shown.is_staff
            then score.step_text(
                case getvariable('lang')::varchar
                    when 'ru' then word.text_ru
                    when 'en' then word.text_en
                    else word.text_kk
                end,
                shown.points,
                shown.line,
                shown.total,
                shown.place,
                shown.number,
                shown.missing,
                if(getvariable('lang')::varchar = 'en', '.', ',')
            )
    end as text,
    if(shown.is_staff, shown.category, null) as category,
    case
        when shown.is_staff and shown.step = 'essay' and shown.words > step.words
            then 'essay_too_long'
        when shown.is_staff and shown.step = 'pq' and shown.reliability is not null
            then concat('reliability ', score.step_number(shown.reliability, '.'))
    end as remark
from shown
inner join fact.contest as contest on contest.contest_no = shown.contest_no
inner join fact.entry as registry
    on registry.contest_no = shown.contest_no
    and registry.entry_no = shown.entry_no
inner join ref.selection_step as step
    on step.ruleset_hash = contest.ruleset_hash
    and step.step = shown.step
left join ref.selection_word as word on word.reason = shown.reason;

comment on view mart.selection is 'How each candidate stands in each step, by personal number.';
comment on column mart.selection.contest_no is 'Physical key of the contest.';
comment on column mart.selection.contest is 'Contest id.';
comment on column mart.selection.entry_no is 'Key of the candidate inside the contest.';
comment on column mart.selection.candidate is 'Personal number.';
comment on column mart.selection.name is
    'Name, from the interview on and for staff; null: anonymous.';
comment on column mart.selection.step is 'Step of the ruleset, as pq.';
comment on column mart.selection.step_no is 'Number of the step, 1 to 10.';
comment on column mart.selection.step_name is 'Name of the step in the reader language.';
comment on column mart.selection.score is
    'Points of the step; of the result, and for the public, the total.';
comment on column mart.selection.total is
    'Points of the total so far, at the interview and the result.';
comment on column mart.selection.line is
    'Points that are needed: the threshold, or the last place that goes on.';
comment on column mart.selection.distance is 'Points above the line; below it less than 0.';
comment on column mart.selection.place is
    'Place; ties share a place; null: nothing is compared yet.';
comment on column mart.selection.number is
    'Places at the cut; of the file: records without a direction; of marks: those given.';
comment on column mart.selection.status is 'in, out, waiting or absent.';
comment on column mart.selection.rule is 'Rule id of the rulebook.';
comment on column mart.selection.reason is
    'A code: passed, below_total, violation, beyond_line, ...';
comment on column mart.selection.missing is
    'Parts missing or too low, marks expected, the violation, or what broke a tie.';
comment on column mart.selection.text is 'The reason in words of the reader language.';
comment on column mart.selection.category is 'Category of the post.';
comment on column mart.selection.remark is
    'For the commission: essay_too_long, or the reliability level.';
