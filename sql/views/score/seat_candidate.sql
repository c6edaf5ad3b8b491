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

listed as (
    select
        rule.contest_no,
        rule.contest,
        rule.programme,
        rule.season,
        rule.level,
        rule.stream,
        rule.unit,
        rule.edition,
        coalesce(board.region, rule.region) as region,
        board.entry_no,
        board.entry,
        board.name,
        board.organisation,
        board.place,
        board.total,
        score.mark_of_hundred(board.points_sum, board.judge_count) as mark,
        list_contains(rule.advance_places, board.place) as is_winner,
        min(if(list_contains(rule.advance_places, board.place), null, board.place))
            over of_contest as next_place
    from score.seat_rule as rule
    inner join fact.board as board on board.contest_no = rule.contest_no
    where board.place is not null
    window of_contest as (partition by rule.contest_no)
),

ranked as materialized (
    select
        listed.contest_no,
        listed.contest,
        listed.entry_no,
        listed.entry,
        listed.programme,
        listed.season,
        listed.level,
        listed.stream,
        listed.unit,
        listed.edition,
        listed.region,
        listed.name,
        listed.organisation,
        listed.place,
        listed.total,
        listed.mark,
        listed.is_winner,
        verdict.verdict,
        coalesce(verdict.is_given_up, false) as is_given_up
    from listed
    left join verdict
        on verdict.contest_no = listed.contest_no
        and verdict.entry_no = listed.entry_no
    where
        listed.is_winner
        or listed.place = listed.next_place
        or verdict.verdict = 'in'
),

people as (
    select
        person.contest_no,
        person.entry_no,
        list_sort(list_distinct(list(person.person))) as persons
    from score.person as person
    inner join ranked
        on ranked.contest_no = person.contest_no
        and ranked.entry_no = person.entry_no
    group by person.contest_no, person.entry_no
)

select
    -- ids
    ranked.contest_no,
    ranked.contest,
    ranked.entry_no,
    ranked.entry,
    ranked.programme,
    ranked.season,
    ranked.level,
    ranked.stream,
    ranked.unit,
    ranked.edition,
    ranked.region,

    -- who
    ranked.name,
    ranked.organisation,
    people.persons,

    -- numbers
    ranked.place,
    ranked.total,
    ranked.mark,

    -- booleans
    ranked.is_winner,
    ranked.verdict,
    ranked.is_given_up
from ranked
inner join people
    on people.contest_no = ranked.contest_no
    and people.entry_no = ranked.entry_no;

comment on view score.seat_candidate is 'The winners of each contest, and who is next.';
comment on column score.seat_candidate.contest_no is 'Physical key of the contest.';
comment on column score.seat_candidate.contest is 'Contest id.';
comment on column score.seat_candidate.entry_no is 'Key of the entry inside its contest.';
comment on column score.seat_candidate.entry is 'Entry id, unique inside its contest.';
comment on column score.seat_candidate.programme is 'Programme.';
comment on column score.seat_candidate.season is 'Season.';
comment on column score.seat_candidate.level is 'college, oblast or republic.';
comment on column score.seat_candidate.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column score.seat_candidate.unit is 'Skill, industry, profession or post.';
comment on column score.seat_candidate.edition is 'Edition of the catalogue the unit is from.';
comment on column score.seat_candidate.region is 'ISO code of the home region, or member code.';
comment on column score.seat_candidate.name is 'Names of the members; null: erased or none.';
comment on column score.seat_candidate.organisation is 'Organisation of the first member.';
comment on column score.seat_candidate.persons is 'The persons of the entry.';
comment on column score.seat_candidate.place is 'Place in the contest.';
comment on column score.seat_candidate.total is 'Points, thousandths; null: none.';
comment on column score.seat_candidate.mark is
    'Points of 100, to hundredths; null: a result without points.';
comment on column score.seat_candidate.is_winner is 'Has a place that goes on; else is next.';
comment on column score.seat_candidate.verdict is 'in or out, by a decision; null: none.';
comment on column score.seat_candidate.is_given_up is 'The seat was given up.';
