-- score.seat_candidate: the winners of each contest, who is next, and what people decided on them.
-- grain: one row per contest_no, entry_no
-- source: rulebook WS-04, WS-10, WS-20 (home region), OQ-02; a decision `tie` with the value in or
-- out about an entry settles its seat, a decision `waiver` with the value seat gives it up

create or replace view score.seat_candidate as
with
verdict as (
    select
        contest_no,
        entry_no,
        max_by(value, (batch_no, coalesce(source_row, 0))) filter (
            kind = 'tie' and value in ('in', 'out')
        ) as verdict,
        bool_or(kind = 'waiver' and value = 'seat') as is_given_up
    from fact.decision
    where
        kind in ('tie', 'waiver')
        and entry_no is not null
    group by contest_no, entry_no
),

people as (
    select
        contest_no,
        entry_no,
        list(distinct person order by person) as persons
    from score.person
    group by contest_no, entry_no
),

ranked as (
    select
        rule.contest_no,
        rule.programme,
        rule.season,
        rule.level,
        rule.stream,
        coalesce(entry.region, rule.region) as region,
        total.entry_no,
        total.place,
        score.mark_of_hundred(total.points_sum, total.judge_count) as mark,
        list_contains(rule.advance_places, total.place) as is_winner,
        min(if(list_contains(rule.advance_places, total.place), null, total.place))
            over of_contest as next_place
    from score.seat_rule as rule
    inner join fact.entry_total as total on total.contest_no = rule.contest_no
    inner join fact.entry as entry
        on entry.contest_no = total.contest_no
        and entry.entry_no = total.entry_no
    where total.place is not null
    window of_contest as (partition by rule.contest_no)
)

select
    -- ids
    ranked.contest_no,
    ranked.entry_no,
    ranked.programme,
    ranked.season,
    ranked.level,
    ranked.stream,
    ranked.region,

    -- numbers
    ranked.place,
    ranked.mark,
    people.persons,

    -- booleans
    ranked.is_winner,
    verdict.verdict,
    coalesce(verdict.is_given_up, false) as is_given_up
from ranked
inner join people
    on people.contest_no = ranked.contest_no
    and people.entry_no = ranked.entry_no
left join verdict
    on verdict.contest_no = ranked.contest_no
    and verdict.entry_no = ranked.entry_no
where
    ranked.is_winner
    or ranked.place = ranked.next_place
    or verdict.verdict = 'in';

comment on view score.seat_candidate is 'The winners of each contest, and who is next.';
comment on column score.seat_candidate.contest_no is 'Physical key of the contest.';
comment on column score.seat_candidate.entry_no is 'Key of the entry inside its contest.';
comment on column score.seat_candidate.programme is 'Programme.';
comment on column score.seat_candidate.season is 'Season.';
comment on column score.seat_candidate.level is 'college, oblast or republic.';
comment on column score.seat_candidate.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column score.seat_candidate.region is 'ISO code of the home region, or member code.';
comment on column score.seat_candidate.place is 'Place in the contest.';
comment on column score.seat_candidate.mark is
    'Points of 100, to hundredths; null: a result without points.';
comment on column score.seat_candidate.persons is 'The persons of the entry.';
comment on column score.seat_candidate.is_winner is 'Has a place that goes on; else is next.';
comment on column score.seat_candidate.verdict is 'in or out, by a decision; null: none.';
comment on column score.seat_candidate.is_given_up is 'The seat was given up.';
