-- fact.is_change: whether an act changes what a contest is marked on, by its kind and its sheet's
-- kind (an undo: those of what it undoes).
-- source: CONTRACTS "States" (a later change of a fact voids later states); decisions,
-- publications and their undos change nothing that was signed

create or replace macro fact.is_change(kind, sheet_kind) as
    kind not in ('decision', 'publication') and coalesce(sheet_kind, '') <> 'decisions';
