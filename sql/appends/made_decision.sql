-- Appends one decision made by hand, not from a sheet.
-- source: CONTRACTS "Decision kinds"

insert into ledger.decision
select
    $contest_no as contest_no,
    getvariable('as_of')::integer as batch_no,
    null as source_sheet,
    null as source_row,
    null as source_column,
    $entry_no as entry_no,
    $kind as kind,
    $subject as subject,
    $value as value,
    $who as who,
    $reason as reason,
    coalesce(
        $decided_at::varchar, strftime(now() at time zone 'UTC', '%Y-%m-%dT%H:%M:%SZ')
    ) as decided_at;
