-- mart.quota_seats: who goes on to the next level, by which rule, and who is in reserve.
-- grain: one row per contest_no, entry_no
-- source: rulebook WS-04, WS-10, EX-03 to EX-06; a held seat is settled by a decision `tie` with
-- the value in or out about the entry

create or replace view mart.quota_seats as
select
    -- ids
    seat.programme,
    seat.season,
    seat.level,
    seat.stream,
    seat.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, seat.region)
        when 'en' then coalesce(region.short_en, seat.region)
        else coalesce(region.short_kk, seat.region)
    end as region_name,
    seat.contest_no,
    seat.contest,
    seat.unit,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(unit.name_ru, seat.unit)
        when 'en' then coalesce(unit.name_en, seat.unit)
        else coalesce(unit.name_kk, seat.unit)
    end as unit_name,
    seat.entry_no,
    seat.entry,

    -- who
    seat.name,
    seat.organisation,
    len(seat.persons)::integer as persons,

    -- numbers
    seat.place,
    seat.total,
    seat.mark,
    seat.cumulated::integer as cumulated,
    (seat.maximum - seat.cumulated)::integer as distance,
    case
        when seat.reason in ('over', 'reserve')
            then rank() over in_reserve
    end as reserve_no,

    -- words
    seat.status,
    seat.reason,
    word.rule_id,
    score.seat_text(
        case getvariable('lang')::varchar
            when 'ru' then word.text_ru
            when 'en' then word.text_en
            else word.text_kk
        end,
        seat.place,
        seat.mark,
        seat.maximum,
        seat.maximum - seat.cumulated + seat.tied_persons,
        seat.tied_persons,
        if(getvariable('lang')::varchar = 'en', '.', ',')
    ) as rule,

    -- booleans
    seat.is_winner,
    seat.is_signed
from score.seat as seat
left join ref.seat_word as word on word.reason = seat.reason
left join ref.region as region on region.region = seat.region
left join ref.unit as unit
    on unit.programme = seat.programme
    and unit.unit = seat.unit
    and unit.edition is not distinct from seat.edition
window in_reserve as (
    partition by
        seat.programme, seat.season, seat.level, seat.region, seat.reason in ('over', 'reserve')
    order by seat.is_winner desc, seat.place, seat.mark desc nulls last
);

comment on view mart.quota_seats is 'Who goes on to the next level, and by which rule.';
comment on column mart.quota_seats.programme is 'Programme.';
comment on column mart.quota_seats.season is 'Season.';
comment on column mart.quota_seats.level is 'college, oblast or republic: the level left behind.';
comment on column mart.quota_seats.stream is 'wsk, abilympics, deafskills or agroskills.';
comment on column mart.quota_seats.region is 'ISO code of the home region, or member code.';
comment on column mart.quota_seats.region_name is
    'Short name of the region in the reader language.';
comment on column mart.quota_seats.contest_no is 'Physical key of the contest.';
comment on column mart.quota_seats.contest is 'Contest id.';
comment on column mart.quota_seats.unit is 'Skill.';
comment on column mart.quota_seats.unit_name is 'Name of the skill in the reader language.';
comment on column mart.quota_seats.entry_no is 'Key of the entry inside its contest.';
comment on column mart.quota_seats.entry is 'Entry id, unique inside its contest.';
comment on column mart.quota_seats.name is 'Name; the members of a team.';
comment on column mart.quota_seats.organisation is 'Own organisation.';
comment on column mart.quota_seats.persons is 'Persons of the entry.';
comment on column mart.quota_seats.place is 'Place in the contest; the order of the list.';
comment on column mart.quota_seats.total is 'Points, to thousandths.';
comment on column mart.quota_seats.mark is
    'Points of 100, half up to hundredths: the order of the list inside a place.';
comment on column mart.quota_seats.cumulated is
    'Persons of the region up to here, all peers of a tie included; null: reserve.';
comment on column mart.quota_seats.distance is
    'Persons to the line: left before it, or (negative) beyond it; null: no rule.';
comment on column mart.quota_seats.reserve_no is
    'Who is asked first when a seat is free: winners beyond the line, then the next places.';
comment on column mart.quota_seats.status is 'in, hold, out or reserve.';
comment on column mart.quota_seats.reason is 'Key of the deciding rule.';
comment on column mart.quota_seats.rule_id is 'Rule id of the rulebook.';
comment on column mart.quota_seats.rule is 'The deciding rule in words, in the reader language.';
comment on column mart.quota_seats.is_winner is 'Has a place that goes on.';
comment on column mart.quota_seats.is_signed is 'The contest is signed off; else it may change.';
