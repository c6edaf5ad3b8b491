-- mart.signatures: whether the signature under each contest holds, as its newest snapshot says.
-- grain: one row per contest_no that anything was ever written about
-- source: rulebook BP-16 (a change after the signature voids it), WM-09; the snapshot says what
-- score.sign_off says (tests/store/test_board.py), for a hundredth of a second

create or replace view mart.signatures as
select
    contest_no,
    contest,
    ranked,
    is_signed
from fact.tally_head
where
    is_described
    and not is_archive;

comment on view mart.signatures is
    'Whether the signature under each contest holds; archives need none and are left out.';
comment on column mart.signatures.contest_no is 'Physical key of the contest.';
comment on column mart.signatures.contest is 'Contest id.';
comment on column mart.signatures.ranked is 'Entries with a place.';
comment on column mart.signatures.is_signed is 'Signed, and nothing changed since.';
