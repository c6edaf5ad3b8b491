-- receiver_end: an address gets notices no longer; it is taken out of the table.

delete from app.receiver where email = $email
