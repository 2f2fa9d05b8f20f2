CREATE TABLE stored_row (
    id      uuid PRIMARY KEY,
    content bytea NOT NULL
);
