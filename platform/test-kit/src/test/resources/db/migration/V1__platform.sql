CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    event_id    uuid        NOT NULL UNIQUE,
    topic       text        NOT NULL,
    key         text        NOT NULL,
    type        text        NOT NULL,
    occurred_at timestamptz NOT NULL,
    traceparent text,
    payload     text        NOT NULL
);
CREATE TABLE inbox (
    event_id    uuid PRIMARY KEY,
    topic       text        NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE TABLE idempotency (
    subject     uuid        NOT NULL,
    operation   text        NOT NULL,
    key         text        NOT NULL,
    fingerprint bytea       NOT NULL,
    resource_id uuid        NOT NULL,
    created_at  timestamptz NOT NULL,
    PRIMARY KEY (subject, operation, key)
);
CREATE INDEX idempotency_age ON idempotency (created_at);
CREATE TABLE data_key (
    owner_id   uuid PRIMARY KEY,
    wrapped    bytea       NOT NULL,
    created_at timestamptz NOT NULL
);

CREATE TABLE thing (
    id      uuid PRIMARY KEY,
    version bigint NOT NULL,
    secret  bytea,
    note    text CONSTRAINT thing_note_is_short CHECK (length(note) < 5)
);
CREATE TABLE seen (
    id            bigint GENERATED ALWAYS AS IDENTITY,
    event_version bigint NOT NULL,
    client_id     uuid   NOT NULL,
    trace_id      text   NOT NULL
);
