-- The events name the offer that a visit was booked with: its place is that offer's, and need not be guessed from the others.
ALTER TABLE busy_time ADD COLUMN offer_id uuid;
DROP INDEX offer_of_visit;
