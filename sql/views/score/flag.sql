-- score.flag: works that are flagged for material from the internet, and what the jury said since.
-- grain: one row per contest_no, entry_no of fact.work with a flag
-- source: rulebook BP-07 (keep, a new mark, exclude; the system changes no points). A waiver with
-- the value flag keeps the entry, with its marks or with new ones

create or replace view score.flag as
with
said as (
    select
        contest_no,
        entry_no,
        if(kind = 'exclude', 'exclude', 'keep') as said,
        who,
        batch_no,
        coalesce(source_row, 0) as ord
    from fact.decision
    where
        entry_no is not null
        and (kind = 'exclude' or (kind = 'waiver' and value = 'flag'))
)

select
    work.contest_no,
    work.entry_no,
    max_by(said.said, (said.batch_no, said.ord)) as said,
    max_by(said.who, (said.batch_no, said.ord)) as who,
    count(said.said) = 0 as is_open
from fact.work as work
left join said
    on said.contest_no = work.contest_no
    and said.entry_no = work.entry_no
    and said.batch_no > work.batch_no
where work.has_flag
group by work.contest_no, work.entry_no;

comment on view score.flag is 'Works that are flagged, and what the jury said since.';
comment on column score.flag.contest_no is 'Physical key of the contest.';
comment on column score.flag.entry_no is 'Key of the entry inside its contest.';
comment on column score.flag.said is 'keep or exclude; null: nothing yet.';
comment on column score.flag.who is 'Who said it.';
comment on column score.flag.is_open is 'The jury has not decided yet.';
