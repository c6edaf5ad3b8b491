-- fact.selection_standing: how each candidate stands in the snapshot that this reader sees, by every reading.
-- grain: one row per contest_no, variant, entry_no, step
-- source: LEDGER "Tables" (whole-contest snapshots with a head); score.selection_standing reckons
-- it, and verify holds the two together

create or replace view fact.selection_standing as
select
    standing.contest_no,
    standing.variant,
    standing.entry_no,
    standing.step,
    standing.status,
    standing.reason,
    standing.points,
    standing.line,
    standing.total,
    standing.distance,
    standing.place,
    standing.number,
    standing.missing,
    standing.category,
    standing.words,
    standing.reliability,
    standing.is_met
from fact.tally_head as head
inner join tally.selection as selection
    on selection.contest_no = head.contest_no
    and selection.at_batch_no = head.at_batch_no
inner join tally.selection_standing as standing
    on standing.contest_no = selection.contest_no
    and standing.at_batch_no = selection.standing_batch_no;

comment on view fact.selection_standing is
    'How each candidate stands in the snapshot that this reader sees, by every reading.';
comment on column fact.selection_standing.contest_no is 'Physical key of the contest.';
comment on column fact.selection_standing.variant is
    'default, or the reading that is taken otherwise, as CS-Q01=down.';
comment on column fact.selection_standing.entry_no is 'Key of the candidate inside the contest.';
comment on column fact.selection_standing.step is 'Step of the ruleset.';
comment on column fact.selection_standing.status is 'in, out, waiting or absent.';
comment on column fact.selection_standing.reason is
    'Why: passed, below_total, violation, beyond_line, marks_missing, ...';
comment on column fact.selection_standing.points is 'Points of the step; null: not known yet.';
comment on column fact.selection_standing.line is
    'Points that are needed: of the threshold, or of the last place that goes on.';
comment on column fact.selection_standing.total is
    'Points of the total so far, at the interview and the result.';
comment on column fact.selection_standing.distance is
    'Points above the line; below it less than 0.';
comment on column fact.selection_standing.place is
    'Place among those who are compared; ties share a place.';
comment on column fact.selection_standing.number is
    'Places at the cut; of the file: records without a direction; of marks: those given.';
comment on column fact.selection_standing.missing is
    'Parts that are missing or too low, marks expected, the violation, or what broke a tie.';
comment on column fact.selection_standing.category is 'Category of the post.';
comment on column fact.selection_standing.words is 'Words of the essay.';
comment on column fact.selection_standing.reliability is 'Reliability level.';
comment on column fact.selection_standing.is_met is
    'Interviewed: the number hides nobody any more.';
