-- Every warning sign asks whether its screening waits already.
CREATE INDEX review_open_of_screening ON review (screening_id, kind) WHERE acknowledged_at IS NULL;

-- What is sealed does not compress.
ALTER TABLE screening ALTER COLUMN content SET STORAGE EXTERNAL;
