-- Which token a new one takes the place of: who made it and when stand beside it already, the old
-- one keeps its row with the moment it ends.

alter table app.token add column follows_sha256 varchar;  -- null: made, not rotated
