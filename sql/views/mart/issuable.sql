-- mart.issuable: what can be issued about a contest by its result, and what of the result each paper
-- states; a paper holds as long as its statement is what the facts say (signers are not part of it).
-- grain: one row per contest_no, kind, entry_no (null: the whole contest)
-- source: rulebook BP-20 (certificate: marked; diploma: an award; letter of thanks: the others),
-- WM-09 (final form), WM-30 to WM-35 (awards), WM-37 (best of region and event). Programmes
-- whose rules name no papers give diplomas for awards and certificates to all who were marked

create or replace view mart.issuable as
with
ruleset as (
    select
        ruleset_hash,
        engine,
        paper_certificate,
        paper_diploma,
        paper_letter_of_thanks,
        paper_certificate = 'nobody'
            and paper_diploma = 'nobody'
            and paper_letter_of_thanks = 'nobody'
            as is_silent
    from ref.ruleset
),

contest as (
    select
        fact.contest_no,
        fact.contest,
        concat_ws(
            chr(31),
            fact.contest,
            coalesce(fact.stream, chr(26)),
            coalesce(fact.unit, chr(26)),
            coalesce(fact.edition, chr(26)),
            coalesce(fact.host, chr(26)),
            coalesce(fact.starts_on::varchar, chr(26)),
            coalesce(fact.ends_on::varchar, chr(26))
        ) as stated,
        ruleset.paper_certificate = 'marked' or ruleset.is_silent as has_certificate,
        ruleset.paper_diploma = 'awarded' or ruleset.is_silent as has_diploma,
        ruleset.paper_letter_of_thanks as thanks
    from fact.contest as fact
    inner join ruleset on ruleset.ruleset_hash = fact.ruleset_hash
    where
        ruleset.engine = 'points'
        and not fact.is_archive
),

entry as (
    select
        board.contest_no,
        contest.contest,
        contest.stated,
        contest.has_certificate,
        contest.has_diploma,
        contest.thanks,
        board.entry_no,
        board.entry,
        board.name,
        board.region,
        board.organisation,
        board.members,
        board.award,
        board.place,
        concat_ws(
            chr(31),
            board.entry,
            coalesce(board.name, chr(26)),
            coalesce(board.region, chr(26)),
            coalesce(board.organisation, chr(26))
        ) as who,
        concat_ws(
            chr(31),
            coalesce(board.place::varchar, chr(26)),
            coalesce(board.total::varchar, chr(26)),
            coalesce(board.scale::varchar, chr(26)),
            coalesce(board.award, chr(26)),
            board.status
        ) as result
    from fact.board as board
    inner join contest on contest.contest_no = board.contest_no
),

-- The best of an event is known when all of it is signed.
open_event as (
    select distinct
        concat_ws('-', contest.programme, contest.season, contest.level, contest.region) as event
    from fact.contest as contest
    inner join fact.tally_head as head on head.contest_no = contest.contest_no
    where not (head.is_signed or contest.is_archive)
),

paper as (
    select
        'protocol' as kind,
        contest_no,
        contest,
        null::integer as entry_no,
        null::varchar as entry,
        null::varchar as name,
        null::varchar as region,
        null::varchar as organisation,
        null::integer as members,
        null::varchar as award,
        concat_ws(
            chr(30),
            stated,
            string_agg(who || chr(31) || result, chr(30) order by entry)
        ) as stated
    from entry
    group by contest_no, contest, stated

    union all

    select
        'diploma' as kind,
        contest_no,
        contest,
        entry_no,
        entry,
        name,
        region,
        organisation,
        members,
        award,
        concat_ws(chr(30), stated, who, award) as stated
    from entry
    where
        has_diploma
        and award is not null
        and award <> 'certificate'

    union all

    select
        'certificate' as kind,
        contest_no,
        contest,
        entry_no,
        entry,
        name,
        region,
        organisation,
        members,
        null as award,
        concat_ws(chr(30), stated, who) as stated
    from entry
    where
        has_certificate
        and place is not null

    union all

    select
        'letter_of_thanks' as kind,
        contest_no,
        contest,
        entry_no,
        entry,
        name,
        region,
        organisation,
        members,
        null as award,
        concat_ws(chr(30), stated, who) as stated
    from entry
    where
        place is not null
        and (thanks = 'marked' or (thanks = 'others' and award is null))

    union all

    select
        honour.kind,
        honour.contest_no,
        honour.contest,
        honour.entry_no,
        honour.entry,
        honour.name,
        honour.region,
        entry.organisation,
        entry.members,
        null as award,
        concat_ws(chr(30), entry.stated, entry.who, honour.event, honour.scale::varchar) as stated
    from mart.honours as honour
    inner join entry
        on entry.contest_no = honour.contest_no
        and entry.entry_no = honour.entry_no
    left join open_event on open_event.event = honour.event
    where open_event.event is null
)

select
    -- ids
    paper.contest_no,
    paper.contest,
    paper.kind,
    paper.entry_no,
    paper.entry,

    -- who
    paper.name,
    paper.region,
    case getvariable('lang')::varchar
        when 'ru' then coalesce(region.name_ru, paper.region)
        when 'en' then coalesce(region.name_en, paper.region)
        else coalesce(region.name_kk, paper.region)
    end as region_name,
    paper.organisation,
    paper.members,
    paper.award,

    -- what it states
    concat_ws(chr(30), paper.kind, paper.stated) as statement
from paper
left join ref.region as region on region.region = paper.region;

comment on view mart.issuable is
    'What can be issued about a contest by its result, and exactly what each paper states.';
comment on column mart.issuable.contest_no is 'Physical key of the contest.';
comment on column mart.issuable.contest is 'Contest id.';
comment on column mart.issuable.kind is
    'protocol, diploma, certificate, letter_of_thanks, best_of_region or best_of_event.';
comment on column mart.issuable.entry_no is 'Key of the entry; null: the whole contest.';
comment on column mart.issuable.entry is 'Entry id; null: the whole contest.';
comment on column mart.issuable.name is 'Name of the holder; the members of a team.';
comment on column mart.issuable.region is 'ISO code of the own region.';
comment on column mart.issuable.region_name is 'Full name of the region in the reader language.';
comment on column mart.issuable.organisation is 'Own organisation.';
comment on column mart.issuable.members is 'Persons of the entry.';
comment on column mart.issuable.award is 'Award that a diploma states; null: none.';
comment on column mart.issuable.statement is
    'What of the result the paper states, in codes: the same in all languages.';
