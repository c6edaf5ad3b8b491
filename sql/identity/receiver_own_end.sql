-- receiver_own_end: the addresses of one entry get notices no longer.

delete from app.receiver where contest = $contest and entry = $entry
