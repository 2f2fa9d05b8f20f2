-- A new address deserves a new schedule: attempts before it do not count against it.
ALTER TABLE delivery ADD COLUMN attempts_before integer NOT NULL DEFAULT 0;
