-- One row per person, locked first by everything that speaks about them: their events leave in this order.
CREATE TABLE client (
    id             uuid PRIMARY KEY,
    version        bigint NOT NULL DEFAULT 0,
    -- Clearances issued at or before this instant are worth nothing.
    refused_before timestamptz,
    last_issued    timestamptz,
    -- Sealed: red flags of earlier screenings, which a later one cannot simply answer away.
    history        bytea
);

CREATE TABLE screening (
    id              uuid PRIMARY KEY,
    client_id       uuid        NOT NULL REFERENCES client,
    created_by      uuid        NOT NULL,
    version         bigint      NOT NULL,
    status          text        NOT NULL CONSTRAINT screening_status CHECK (status IN ('OPEN', 'DECIDED')),
    ruleset_version text        NOT NULL,
    ruleset_sha256  text        NOT NULL,
    consent_version text        NOT NULL,
    created_at      timestamptz NOT NULL,
    decided_at      timestamptz,
    -- Sealed: answers, what was signalled, and the decision. Nothing about health is outside of it.
    content         bytea       NOT NULL,
    CONSTRAINT decided_has_a_day CHECK ((status = 'DECIDED') = (decided_at IS NOT NULL))
);
CREATE INDEX screening_of_client ON screening (client_id, created_at DESC, id);
CREATE INDEX screening_by_creator ON screening (created_by, created_at DESC, id);

CREATE TABLE clearance (
    id           uuid PRIMARY KEY,
    screening_id uuid        NOT NULL UNIQUE REFERENCES screening,
    client_id    uuid        NOT NULL REFERENCES client,
    ruleset_version text     NOT NULL,
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL
);
CREATE INDEX clearance_of_client ON clearance (client_id, issued_at);

-- A warning sign seen by a therapist on the table.
CREATE TABLE red_flag_report (
    id           uuid PRIMARY KEY,
    client_id    uuid        NOT NULL REFERENCES client,
    therapist_id uuid        NOT NULL,
    screening_id uuid        NOT NULL,
    reported_at  timestamptz NOT NULL,
    content      bytea       NOT NULL
);
