-- score.step_status: in, out, waiting or absent, by the reason of a step; no reason: not reached.
-- source: CONTRACTS "Views" (selection)

create or replace macro score.step_status(reason) as case
    when reason is null then null
    when
        reason in (
            'passed', 'fits', 'few', 'within_line', 'interviewed', 'winner', 'listed', 'appointed'
        )
        then 'in'
    when
        reason in (
            'awaited', 'not_registered', 'file_incomplete', 'part_missing', 'does_not_fit',
            'hr_awaited', 'proctor_awaited', 'cut_open', 'marks_missing', 'interview_awaited',
            'commission_decides', 'appointment_open'
        )
        then 'waiting'
    when reason = 'absent' then 'absent'
    else 'out'
end;
