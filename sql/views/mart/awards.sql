-- mart.awards: who gets what in each contest, and by which rule or decision.
-- grain: one row per contest_no, entry_no with an award
-- source: rulebook WM-30 to WM-35, BP-17, BP-18; the awards are reckoned in score.award

create or replace view mart.awards as
select
    -- ids
    total.contest_no,
    total.contest,
    total.programme,
    total.season,
    total.level,
    total.entry_no,
    total.entry,

    -- who
    total.name,
    total.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, total.region)
        when 'en' then coalesce(region.short_en, total.region)
        else coalesce(region.short_kk, total.region)
    end as region_name,
    total.organisation,

    -- numbers
    total.place,
    total.total,
    total.scale,

    -- award
    total.award,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(award.label_ru, total.award)
        when 'en' then coalesce(award.label_en, total.award)
        else coalesce(award.label_kk, total.award)
    end as award_name,
    total.decided_by,
    coalesce(award.ord, 1000) as ord
from fact.board as total
left join ref.award_rule as award
    on award.ruleset_hash = total.ruleset_hash
    and award.award = total.award
left join ref.region as region on region.region = total.region
where total.award is not null;

comment on view mart.awards is 'Who gets what in each contest, and by which rule or decision.';
comment on column mart.awards.contest_no is 'Physical key of the contest.';
comment on column mart.awards.contest is 'Contest id.';
comment on column mart.awards.programme is 'Programme.';
comment on column mart.awards.season is 'Season.';
comment on column mart.awards.level is 'college, oblast, republic or international.';
comment on column mart.awards.entry_no is 'Key of the entry inside its contest.';
comment on column mart.awards.entry is 'Entry id, unique inside its contest.';
comment on column mart.awards.name is 'Name; the members of a team.';
comment on column mart.awards.region is 'ISO code of the own region, or member code.';
comment on column mart.awards.region_name is 'Short name of the region in the reader language.';
comment on column mart.awards.organisation is 'Own organisation.';
comment on column mart.awards.place is '1 is best; null: not ranked.';
comment on column mart.awards.total is 'Points; null: no total.';
comment on column mart.awards.scale is 'Whole score on the standard scale; null: none.';
comment on column mart.awards.award is
    'gold, silver, bronze, medallion, winner, prize_2, prize_3, laureate, nominee or certificate.';
comment on column mart.awards.award_name is 'Name of the award in the reader language.';
comment on column mart.awards.decided_by is 'Rule id, or jury.';
comment on column mart.awards.ord is 'Order of the awards, the highest first.';
