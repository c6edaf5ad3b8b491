-- mart.lineage: every value that an entry's result is made of, and the cell it stands in.
-- grain: one row per contest_no, entry_no and value of a sheet, or decision about the entry
-- source: CONTRACTS "Views" (lineage); rulebook WM-04, WM-05 (marks), BP-08 (points), BP-17
-- (decisions). Names of judges and uploaders are for staff

create or replace view mart.lineage as
with
value as (
    select
        mark.contest_no,
        mark.entry_no,
        'mark' as number,
        aspect.criterion,
        mark.aspect,
        mark.judge_no,
        mark.mark as value,
        null::varchar as words,
        mark.batch_no,
        mark.source_sheet,
        mark.source_row,
        mark.source_column
    from fact.mark as mark
    left join fact.aspect as aspect
        on aspect.contest_no = mark.contest_no
        and aspect.aspect = mark.aspect
    union all
    select
        contest_no,
        entry_no,
        'points' as number,
        criterion,
        null as aspect,
        judge_no,
        points as value,
        null as words,
        batch_no,
        source_sheet,
        source_row,
        source_column
    from fact.score
    union all
    select
        contest_no,
        entry_no,
        'scale' as number,
        null as criterion,
        null as aspect,
        null as judge_no,
        scale as value,
        null as words,
        batch_no,
        source_sheet,
        source_row,
        source_column
    from fact.scale_score
    union all
    select
        contest_no,
        entry_no,
        'decision' as number,
        null as criterion,
        null as aspect,
        null as judge_no,
        null as value,
        concat_ws(': ', kind, value) as words,
        batch_no,
        source_sheet,
        source_row,
        source_column
    from fact.decision
    where
        entry_no is not null
        and kind not in ('appeal', 'ruling', 'conflict', 'conflict_ruling', 'names')
        and (kind <> 'penalty' or fact.is_staff_of(contest_no))
)

select
    -- ids
    value.contest_no,
    contest.contest,
    value.entry_no,
    entry.entry,

    -- the value
    value.number,
    value.criterion,
    value.aspect,
    value.judge_no,
    if(fact.is_staff_of(value.contest_no), judge.judge, null) as judge,
    successor.judge as replaced_by,
    value.value,
    value.words,

    -- where it stands
    value.batch_no,
    source.file_name,
    value.source_sheet as sheet,
    value.source_row as row,
    value.source_column as "column",
    source.file_sha256,
    source.sha256,
    source.actor,
    source.recorded_at as at,
    ruleset.ruleset,
    contest.ruleset_hash
from value
inner join fact.contest as contest on contest.contest_no = value.contest_no
inner join fact.entry as entry
    on entry.contest_no = value.contest_no
    and entry.entry_no = value.entry_no
inner join fact.source as source
    on source.contest_no = value.contest_no
    and source.batch_no = value.batch_no
left join fact.judge as judge
    on judge.contest_no = value.contest_no
    and judge.judge_no = value.judge_no
left join score.replaced as replaced
    on replaced.contest_no = value.contest_no
    and replaced.judge_no = value.judge_no
left join fact.judge as successor
    on successor.contest_no = replaced.contest_no
    and successor.judge_no = replaced.successor_no
left join ref.ruleset as ruleset on ruleset.ruleset_hash = contest.ruleset_hash;

comment on view mart.lineage is 'Every value of a result, and the cell it stands in.';
comment on column mart.lineage.contest_no is 'Physical key of the contest.';
comment on column mart.lineage.contest is 'Contest id.';
comment on column mart.lineage.entry_no is 'Key of the entry inside its contest.';
comment on column mart.lineage.entry is 'Entry id, unique inside its contest.';
comment on column mart.lineage.number is 'mark, points, scale or decision.';
comment on column mart.lineage.criterion is 'Criterion the value counts in.';
comment on column mart.lineage.aspect is 'Aspect; null: a criterion or a total.';
comment on column mart.lineage.judge_no is 'Key of the judge inside the contest; 0: none named.';
comment on column mart.lineage.judge is 'Name or code of the judge; null for the public.';
comment on column mart.lineage.replaced_by is
    'Who took over from this judge; null: not replaced, or the public reads.';
comment on column mart.lineage.value is 'M: points; J: 0 to 3; of a criterion; scale points.';
comment on column mart.lineage.words is 'What was decided; null for a number.';
comment on column mart.lineage.batch_no is 'The act that brought it.';
comment on column mart.lineage.file_name is 'Name of the file; null: no file.';
comment on column mart.lineage.sheet is 'Sheet of the file.';
comment on column mart.lineage.row is 'Row or line of the file.';
comment on column mart.lineage."column" is 'Column letter of the file.';
comment on column mart.lineage.file_sha256 is 'SHA-256 of the bytes as they came.';
comment on column mart.lineage.sha256 is 'Hash of the act in the chain.';
comment on column mart.lineage.actor is 'Who brought it; null for the public.';
comment on column mart.lineage.at is 'When, UTC.';
comment on column mart.lineage.ruleset is 'Ruleset that holds.';
comment on column mart.lineage.ruleset_hash is 'Its hash.';
