-- Visits of which the client knew and which a warning sign took back: the safety message takes them out of the client's calendar.
CREATE TABLE withdrawn_visit (
    booking_id uuid PRIMARY KEY,
    version    bigint      NOT NULL,
    client_id  uuid        NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL
);
CREATE INDEX withdrawn_visit_of_client ON withdrawn_visit (client_id, ends_at);
