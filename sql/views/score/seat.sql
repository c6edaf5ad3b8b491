-- score.seat: who goes on, who waits for a decision, who is out, who is in reserve.
-- grain: one row per contest_no, entry_no of score.seat_candidate
-- source: rulebook WS-10 (by place, then mark; all peers of a tie together; whole or not at all:
-- a tie or team that crosses the line waits, everything after it is out, nobody moves up by
-- itself), EX-03 to EX-06 (a person counts once, at the best row)

create or replace view score.seat as
with
considered as materialized (
    select
        contest_no,
        contest,
        entry_no,
        entry,
        programme,
        season,
        level,
        stream,
        unit,
        edition,
        region,
        name,
        organisation,
        persons,
        place,
        total,
        mark,
        is_winner,
        verdict,
        is_given_up
    from score.seat_candidate
),

winner as (
    select
        candidate.programme,
        candidate.season,
        candidate.level,
        candidate.region,
        candidate.contest_no,
        candidate.entry_no,
        candidate.place,
        candidate.mark,
        candidate.persons,
        candidate.verdict,
        candidate.is_given_up,
        bound.maximum,
        bound.is_enforced and bound.maximum is not null as is_limited
    from considered as candidate
    left join score.seat_bound as bound
        on bound.programme = candidate.programme
        and bound.season = candidate.season
        and bound.level = candidate.level
        and bound.region = candidate.region
    where candidate.is_winner
),

person as (
    select
        programme,
        season,
        level,
        region,
        contest_no,
        entry_no,
        place,
        mark,
        is_given_up,
        unnest(persons) as person
    from winner
),

best as (
    select
        contest_no,
        entry_no,
        first_value(contest_no) over of_person as best_contest_no,
        first_value(entry_no) over of_person as best_entry_no
    from person
    window of_person as (
        partition by programme, season, level, region, person
        order by is_given_up, place, mark desc nulls last, contest_no, entry_no
    )
),

fresh as (
    select
        best_contest_no as contest_no,
        best_entry_no as entry_no,
        count(*) filter (
            best_contest_no = contest_no and best_entry_no = entry_no
        )::integer as persons
    from best
    group by best_contest_no, best_entry_no
),

ordered as (
    select
        winner.programme,
        winner.season,
        winner.level,
        winner.region,
        winner.contest_no,
        winner.entry_no,
        winner.place,
        winner.mark,
        winner.verdict,
        winner.is_given_up,
        winner.maximum,
        coalesce(winner.is_limited, false) as is_limited,
        coalesce(fresh.persons, 0) as fresh,
        sum(coalesce(fresh.persons, 0)) over best_first as cumulated,
        sum(coalesce(fresh.persons, 0)) over peers as tied_persons,
        count(*) over peers as tied_entries
    from winner
    left join fresh
        on fresh.contest_no = winner.contest_no
        and fresh.entry_no = winner.entry_no
    window
        best_first as (
            partition by winner.programme, winner.season, winner.level, winner.region
            order by winner.place, winner.mark desc nulls last
        ),
        peers as (
            partition by
                winner.programme, winner.season, winner.level, winner.region,
                winner.place, winner.mark
        )
),

reasoned as (
    select
        programme,
        season,
        level,
        region,
        contest_no,
        entry_no,
        maximum,
        fresh,
        cumulated,
        tied_persons,
        case
            when is_given_up then 'given_up'
            when verdict is not null then concat('decided_', verdict)
            when not is_limited then 'place'
            when fresh = 0 then 'same_person'
            when score.seat_within(cumulated, tied_persons, maximum) = 'in' then 'limit'
            when score.seat_within(cumulated, tied_persons, maximum) = 'out' then 'over'
            when tied_entries > 1 then 'tie'
            else 'team'
        end as reason
    from ordered
),

rested as (
    select
        best.contest_no,
        best.entry_no,
        bool_or(reasoned.reason in ('over', 'decided_out', 'given_up')) as is_out,
        bool_or(reasoned.reason in ('tie', 'team')) as is_held
    from best
    inner join reasoned
        on reasoned.contest_no = best.best_contest_no
        and reasoned.entry_no = best.best_entry_no
    group by best.contest_no, best.entry_no
)

select
    -- ids
    candidate.contest_no,
    candidate.contest,
    candidate.entry_no,
    candidate.entry,
    candidate.programme,
    candidate.season,
    candidate.level,
    candidate.stream,
    candidate.unit,
    candidate.edition,
    candidate.region,

    -- who
    candidate.name,
    candidate.organisation,
    candidate.persons,

    -- numbers
    candidate.place,
    candidate.total,
    candidate.mark,
    reasoned.fresh,
    reasoned.cumulated,
    reasoned.tied_persons,
    reasoned.maximum,

    -- words
    case
        when candidate.is_winner then reasoned.reason
        when candidate.is_given_up then 'given_up'
        when candidate.verdict is not null then concat('decided_', candidate.verdict)
        else 'reserve'
    end as reason,
    case
        when candidate.is_given_up then 'out'
        when candidate.verdict is not null then candidate.verdict
        when not candidate.is_winner then 'reserve'
        when reasoned.reason in ('place', 'limit') then 'in'
        when reasoned.reason in ('tie', 'team') then 'hold'
        when reasoned.reason = 'over' or rested.is_out then 'out'
        when rested.is_held then 'hold'
        else 'in'
    end as status,

    -- booleans
    candidate.is_winner
from considered as candidate
left join reasoned
    on reasoned.contest_no = candidate.contest_no
    and reasoned.entry_no = candidate.entry_no
left join rested
    on rested.contest_no = candidate.contest_no
    and rested.entry_no = candidate.entry_no;

comment on view score.seat is 'Who goes on, who waits for a decision, who is out.';
comment on column score.seat.contest_no is 'Physical key of the contest.';
comment on column score.seat.contest is 'Contest id.';
comment on column score.seat.entry_no is 'Key of the entry inside its contest.';
comment on column score.seat.entry is 'Entry id, unique inside its contest.';
comment on column score.seat.programme is 'Programme.';
comment on column score.seat.season is 'Season.';
comment on column score.seat.level is 'college, oblast or republic.';
comment on column score.seat.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column score.seat.unit is 'Skill, industry, profession or post.';
comment on column score.seat.edition is 'Edition of the catalogue the unit is from.';
comment on column score.seat.region is 'ISO code of the home region, or member code.';
comment on column score.seat.name is 'Names of the members; null: erased or none.';
comment on column score.seat.organisation is 'Organisation of the first member.';
comment on column score.seat.persons is 'The persons of the entry.';
comment on column score.seat.place is 'Place in the contest.';
comment on column score.seat.total is 'Points, thousandths; null: none.';
comment on column score.seat.mark is 'Points of 100, to hundredths; null: none.';
comment on column score.seat.fresh is 'Persons counted here, not at a better row; null: reserve.';
comment on column score.seat.cumulated is 'Persons up to here, all peers of a tie included.';
comment on column score.seat.tied_persons is 'Persons with this place and mark.';
comment on column score.seat.maximum is 'Most persons of the region; null: no rule.';
comment on column score.seat.reason is 'Key of ref.seat_word.';
comment on column score.seat.status is 'in, hold, out or reserve.';
comment on column score.seat.is_winner is 'Has a place that goes on.';
