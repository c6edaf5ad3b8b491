-- draws: what the pages read of mart.draws for one purpose.

select
    batch_no, reveal_batch_no, entry, name, commitment, chain_sha256, seed, "number", drawn,
    earlier_draws, who, committed_at, revealed_at
from mart.draws
where
    contest_no = $contest_no
    and purpose = $purpose
order by batch_no, drawn nulls last, entry
