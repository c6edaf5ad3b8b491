-- entries: the members of each entry, as the published board names them.

select
    member.contest_no,
    member.batch_no,
    member.source_row,
    member.entry_no,
    entry.entry,
    row_number() over (order by member.entry_no, member.source_row, member.name_no) as name_no,
    member.name,
    member.region,
    member.organisation,
    member.is_guest,
    member.status
from fact.entry_member as member
inner join fact.entry as entry
    on entry.contest_no = member.contest_no
    and entry.entry_no = member.entry_no
where member.contest_no = $contest_no
order by name_no
