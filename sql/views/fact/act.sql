-- fact.act: every act on the ledger, and whether it counts at the reader's horizon.
-- grain: one row per batch_no inside the reader's horizon; staff only,
-- and of one region or contest only the acts on its own
-- source: LEDGER "Tables" (force); the public sees no acts

create or replace view fact.act as
with
force as (
    select
        subject_batch_no as batch_no,
        count(distinct contest_no) as contests,
        bool_or(is_now) as is_in_force
    from (
        select
            subject_batch_no,
            contest_no,
            max_by(is_in_force, batch_no) as is_now
        from ledger.force
        where batch_no <= getvariable('as_of')::integer
        group by subject_batch_no, contest_no
    ) as state
    group by subject_batch_no
),

turned_off as (
    select
        force.subject_batch_no as batch_no,
        max(force.batch_no) filter (batch.kind = 'undo') as undone_by,
        max(force.batch_no) filter (batch.kind <> 'undo') as replaced_by
    from ledger.force as force
    inner join ledger.batch as batch on batch.batch_no = force.batch_no
    where
        not force.is_in_force
        and force.batch_no <= getvariable('as_of')::integer
    group by force.subject_batch_no
)

select
    -- ids
    batch.batch_no,
    batch.kind,
    batch.contest,
    batch.sheet_kind,
    batch.source_sheet,

    -- who, when, why
    batch.file_name,
    batch.actor,
    batch.actor_role,
    batch.recorded_at,
    batch.reason,

    -- numbers
    batch.row_count,
    coalesce(force.contests, 0) as contests,

    -- state
    coalesce(force.is_in_force, false) as is_in_force,
    case when not coalesce(force.is_in_force, false) then turned_off.undone_by end as undone_by,
    turned_off.replaced_by,
    batch.replaces_batch_no,
    batch.undoes_batch_no,
    batch.file_sha256 is not null as has_file,
    batch.sha256,
    package.venue,
    origin.venue_batch_no
from ledger.batch as batch
left join ledger.venue_batch as origin on origin.batch_no = batch.batch_no
left join ledger.merge as package on package.batch_no = origin.merge_batch_no
left join force on force.batch_no = batch.batch_no
left join turned_off on turned_off.batch_no = batch.batch_no
where
    getvariable('audience')::varchar = 'staff'
    and batch.batch_no <= getvariable('as_of')::integer
    and (
        getvariable('scope')::integer[] is null
        or batch.batch_no in (
            select line.batch_no
            from ledger.force as line
            where
                line.contest_no > 0
                and list_contains(getvariable('scope')::integer[], line.contest_no)

            union all

            select batch_no
            from ledger.application
            where region = getvariable('region')::varchar

            union all

            select batch_no
            from ledger.expert
            where region = getvariable('region')::varchar

            union all

            select batch_no
            from ledger.organisation
            where region = getvariable('region')::varchar
        )
    );

comment on view fact.act is 'Every act on the ledger.';
comment on column fact.act.batch_no is '1, 2, 3, ... in the order they were written.';
comment on column fact.act.kind is 'sheet, contest, ruleset, decision, undo, publication, ...';
comment on column fact.act.contest is 'The contest chosen at upload.';
comment on column fact.act.sheet_kind is 'Sheet format.';
comment on column fact.act.source_sheet is 'Sheet of the workbook.';
comment on column fact.act.file_name is 'Name of the file.';
comment on column fact.act.actor is 'Who did it.';
comment on column fact.act.actor_role is 'In which role.';
comment on column fact.act.recorded_at is 'When, UTC.';
comment on column fact.act.reason is 'Why.';
comment on column fact.act.row_count is 'Rows of facts.';
comment on column fact.act.contests is 'Contests it touches.';
comment on column fact.act.is_in_force is 'Counts, for at least one contest.';
comment on column fact.act.undone_by is 'The undo that holds.';
comment on column fact.act.replaced_by is 'The newest sheet that took its place somewhere.';
comment on column fact.act.replaces_batch_no is 'The batch whose place it took.';
comment on column fact.act.undoes_batch_no is 'The batch it undid.';
comment on column fact.act.has_file is 'The original can be downloaded.';
comment on column fact.act.sha256 is 'Hash of the chain up to here.';
comment on column fact.act.venue is 'The venue it was made at; null: here.';
comment on column fact.act.venue_batch_no is 'Its number there; null: made here.';
