CREATE TABLE stored_row (
    id      uuid PRIMARY KEY,
    content bytea NOT NULL
);
-- As a screening's: what is sealed does not compress, so that a row takes the room that its size says.
ALTER TABLE stored_row ALTER COLUMN content SET STORAGE EXTERNAL;
