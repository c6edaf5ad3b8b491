-- mart.papers: which paper goes to whom by the results.
-- grain: one row per contest_no, entry_no, paper
-- source: rulebook BP-20 (certificate: marked; diploma: an award; letter of thanks: the others)

create or replace view mart.papers as
with
marked as (
    select
        total.contest_no,
        contest.contest,
        total.entry_no,
        entry.entry,
        entry.name,
        entry.region,
        total.award,
        ruleset.paper_certificate,
        ruleset.paper_diploma,
        ruleset.paper_letter_of_thanks
    from fact.entry_total as total
    inner join fact.contest as contest on contest.contest_no = total.contest_no
    inner join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash
    inner join fact.entry as entry
        on entry.contest_no = total.contest_no
        and entry.entry_no = total.entry_no
    where total.place is not null
),

given as (
    select
        contest_no,
        contest,
        entry_no,
        entry,
        name,
        region,
        award,
        list_filter(
            [
                if(paper_certificate = 'marked', 'certificate', null),
                if(paper_diploma = 'awarded' and award is not null, 'diploma', null),
                if(
                    paper_letter_of_thanks = 'marked'
                    or (paper_letter_of_thanks = 'others' and award is null),
                    'letter_of_thanks',
                    null
                )
            ],
            lambda paper: paper is not null
        ) as papers
    from marked
)

select
    contest_no,
    contest,
    entry_no,
    entry,
    name,
    region,
    award,
    unnest(papers) as paper
from given;

comment on view mart.papers is 'Which paper goes to whom by the results.';
comment on column mart.papers.contest_no is 'Physical key of the contest.';
comment on column mart.papers.contest is 'Contest id.';
comment on column mart.papers.entry_no is 'Key of the entry inside its contest.';
comment on column mart.papers.entry is 'Entry id, unique inside its contest.';
comment on column mart.papers.name is 'Name of the holder.';
comment on column mart.papers.region is 'ISO code of the own region.';
comment on column mart.papers.award is 'Award code; null: none.';
comment on column mart.papers.paper is 'certificate, diploma or letter_of_thanks; all electronic.';
