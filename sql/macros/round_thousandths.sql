-- score.round_thousandths: scale * numerator / denominator in whole thousandths, half away
-- from zero.
-- source: rulebook 6 (unrounded integers decide; the rounded value is only shown). Numbers are not
-- negative; scale is 100 for percent and 1 otherwise

create or replace macro score.round_thousandths(scale, numerator, denominator) as
    (2000 * scale * numerator::hugeint + denominator) // (2 * denominator);
