-- A visit that moved to another clock is told from when by the clock it was on.
ALTER TABLE notice ADD COLUMN previous_zone text;
UPDATE notice SET previous_zone = visit_zone WHERE previous_start IS NOT NULL;
ALTER TABLE notice ADD CONSTRAINT notice_previous_whole CHECK ((previous_start IS NULL) = (previous_zone IS NULL));
