-- An override may clear a screening again: the newest clearance counts.
ALTER TABLE clearance DROP CONSTRAINT clearance_screening_id_key;
CREATE INDEX clearance_of_screening ON clearance (screening_id, issued_at DESC);

-- Who visits whom, as booking-service tells: it opens the briefing, and closes it.
CREATE TABLE visit (
    booking_id   uuid PRIMARY KEY,
    version      bigint      NOT NULL,
    client_id    uuid        NOT NULL,
    therapist_id uuid        NOT NULL,
    screening_id uuid        NOT NULL,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    standing     boolean     NOT NULL
);
CREATE INDEX visit_of_therapist ON visit (therapist_id, screening_id);

-- What a therapist found in a session; sealed.
CREATE TABLE session_finding (
    id           uuid PRIMARY KEY,
    booking_id   uuid        NOT NULL UNIQUE,
    screening_id uuid        NOT NULL,
    client_id    uuid        NOT NULL REFERENCES client,
    therapist_id uuid        NOT NULL,
    recorded_at  timestamptz NOT NULL,
    content      bytea       NOT NULL
);
CREATE INDEX session_finding_of_client ON session_finding (client_id, recorded_at, id);

-- The three questions before a visit; sealed.
CREATE TABLE reconfirmation (
    id           uuid PRIMARY KEY,
    screening_id uuid        NOT NULL REFERENCES screening,
    client_id    uuid        NOT NULL REFERENCES client,
    booking_id   uuid,
    given_at     timestamptz NOT NULL,
    content      bytea       NOT NULL
);

-- What waits for a person to look at.
CREATE TABLE review (
    id              uuid PRIMARY KEY,
    kind            text        NOT NULL CONSTRAINT review_kind CHECK (kind IN ('RED_FLAG', 'RETRACTION', 'REQUEST')),
    screening_id    uuid        NOT NULL,
    client_id       uuid        NOT NULL,
    opened_at       timestamptz NOT NULL,
    due_at          timestamptz NOT NULL,
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    CONSTRAINT acknowledged_by_somebody CHECK ((acknowledged_at IS NULL) = (acknowledged_by IS NULL))
);
CREATE INDEX review_waiting ON review (due_at, id) WHERE acknowledged_at IS NULL;
