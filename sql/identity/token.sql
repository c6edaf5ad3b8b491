-- token: keeps one; of its secret only the hash.

insert into app.token by name
select
    $secret_sha256 as secret_sha256,
    $person as person,
    $role as role,
    $region::varchar as region,
    $contest::varchar as contest,
    $entry::varchar as entry,
    $follows_sha256::varchar as follows_sha256,
    $made_by as made_by,
    $at::timestamptz as made_at,
    $expires_at::timestamptz as expires_at
