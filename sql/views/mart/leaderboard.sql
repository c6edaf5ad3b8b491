-- mart.leaderboard: the order of entries inside each contest, best first.
-- grain: one row per contest_no, entry_no
-- source: rulebook WM-11, WM-12 (ties share a place; the next place is skipped), BP-14, BP-16
-- (final: signed, and nothing missing)

create or replace view mart.leaderboard as
select
    -- ids
    board.contest_no,
    board.contest,
    board.entry_no,
    board.entry,

    -- who
    board.name,
    board.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.short_ru, board.region)
        when 'en' then coalesce(region.short_en, board.region)
        else coalesce(region.short_kk, board.region)
    end as region_name,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.name_ru, board.region)
        when 'en' then coalesce(region.name_en, board.region)
        else coalesce(region.name_kk, board.region)
    end as region_long,
    board.organisation,
    board.members,
    board.status as entry_status,

    -- numbers
    board.place,
    board.total,
    board.scale,
    board.marks,
    board.marks_expected,
    board.open_aspects,
    board.distance_to_next,
    board.ord,

    -- words
    board.award,
    board.decided_by,
    board.scale_method,
    board.tie_step,
    board.tie_reason,
    case
        when board.is_archive then 'final'
        when board.is_signed and board.is_complete then 'final'
        else 'provisional'
    end as status,

    -- booleans
    board.is_tied,
    board.is_guest
from fact.board as board
left join ref.region as region on region.region = board.region;

comment on view mart.leaderboard is 'The order of entries inside each contest.';
comment on column mart.leaderboard.contest_no is 'Physical key of the contest.';
comment on column mart.leaderboard.contest is 'Contest id.';
comment on column mart.leaderboard.entry_no is 'Key of the entry inside its contest.';
comment on column mart.leaderboard.entry is 'Entry id, unique inside its contest.';
comment on column mart.leaderboard.name is 'Name; the members of a team.';
comment on column mart.leaderboard.region is 'ISO code of the own region, or member code.';
comment on column mart.leaderboard.region_name is
    'Short name of the region in the reader language; a code we do not know shows itself.';
comment on column mart.leaderboard.region_long is 'Full name of the region, as region_name.';
comment on column mart.leaderboard.organisation is 'Own organisation.';
comment on column mart.leaderboard.members is 'Persons.';
comment on column mart.leaderboard.entry_status is 'active, absent, withdrawn or excluded.';
comment on column mart.leaderboard.place is '1 is best; ties share a place; null: not ranked.';
comment on column mart.leaderboard.total is
    'Points, the mean of the judges, to thousandths; null: no total.';
comment on column mart.leaderboard.scale is 'Whole score on the standard scale; null: none.';
comment on column mart.leaderboard.marks is 'Aspects or criteria marked.';
comment on column mart.leaderboard.marks_expected is 'Aspects or criteria there are.';
comment on column mart.leaderboard.open_aspects is 'Aspects to be scored again.';
comment on column mart.leaderboard.distance_to_next is
    'Points missing to the next better place; null for the first and without points.';
comment on column mart.leaderboard.ord is 'Order of the rows: place, then points, then entry.';
comment on column mart.leaderboard.award is 'Award code; null: none, or the jury must decide.';
comment on column mart.leaderboard.decided_by is 'Rule id, or jury.';
comment on column mart.leaderboard.scale_method is
    'mad; sd; centre (all equal); archive (published elsewhere).';
comment on column mart.leaderboard.tie_step is 'Criterion in the order of tie breaks that decided.';
comment on column mart.leaderboard.tie_reason is
    'shared_place, jury_decision_needed, jury_decision or criteria_order; null: no tie.';
comment on column mart.leaderboard.status is 'final or provisional.';
comment on column mart.leaderboard.is_tied is 'Shares its place.';
comment on column mart.leaderboard.is_guest is 'Out of ranking.';
