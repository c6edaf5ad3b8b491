-- session: begins one; of its secret only the hash.

insert into app.session by name
select
    $secret_sha256 as secret_sha256,
    $person as person,
    $role as role,
    $region::varchar as region,
    $contest::varchar as contest,
    $entry::varchar as entry,
    $at::timestamptz as begun_at,
    $expires_at::timestamptz as expires_at
