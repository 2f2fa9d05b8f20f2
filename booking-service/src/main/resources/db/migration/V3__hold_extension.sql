-- A hold is extended once at most.
ALTER TABLE booking ADD COLUMN hold_extended boolean NOT NULL DEFAULT false;
