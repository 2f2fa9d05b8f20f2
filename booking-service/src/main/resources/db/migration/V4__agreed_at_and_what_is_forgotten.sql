-- From when the time of grace runs: the booking, or the last move.
ALTER TABLE booking ADD COLUMN agreed_at timestamptz;
UPDATE booking SET agreed_at = booked_at;

-- What has expired is refused by itself: its use need not be remembered. Until now no offer stood longer than 15 minutes.
ALTER TABLE used_offer ADD COLUMN expires_at timestamptz;
UPDATE used_offer SET expires_at = used_at + interval '15 minutes';
ALTER TABLE used_offer ALTER COLUMN expires_at SET NOT NULL;
CREATE INDEX used_offer_age ON used_offer (expires_at);

CREATE INDEX inbox_age ON inbox (received_at);
