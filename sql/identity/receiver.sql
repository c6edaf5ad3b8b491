-- receiver: keeps who gets notices about a place, or about one entry.

insert into app.receiver by name
select
    $email as email,
    $lang as lang,
    $region::varchar as region,
    $contest::varchar as contest,
    $entry::varchar as entry,
    $made_by as made_by,
    $at::timestamptz as made_at
