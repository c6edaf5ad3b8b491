-- account: keeps who may sign in at a provider as what.

insert into app.account by name
select
    $person as person,
    $email::varchar as email,
    $issuer::varchar as issuer,
    $subject::varchar as subject,
    $role as role,
    $region::varchar as region,
    $contest::varchar as contest,
    $entry::varchar as entry,
    $made_by as made_by,
    $at::timestamptz as made_at
