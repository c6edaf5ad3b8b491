-- score.goes_on: the one cut function: everyone whose score is that of place `number`, or more.
-- `place` is a rank in which ties share a place (1, 1, 3): the score is no less than that of place
-- `number` exactly when the place is no greater, so that a tie is never cut.
-- source: rulebook D (advance), CS-20, CS-22, CS-29, CS-30, CS-32

create or replace macro score.goes_on(place, number) as place <= number;
