CREATE TABLE therapist (
    id               uuid PRIMARY KEY,
    version          bigint           NOT NULL,
    active           boolean          NOT NULL,
    name             text             NOT NULL,
    gender           text             NOT NULL,
    languages        varchar[]           NOT NULL,
    skills           varchar[]           NOT NULL,
    equipment        varchar[]           NOT NULL,
    base_postal_code text             NOT NULL,
    latitude         double precision NOT NULL,
    longitude        double precision NOT NULL,
    travel_radius_km int,
    fsas             varchar[],
    CONSTRAINT therapist_goes_somewhere CHECK ((travel_radius_km IS NULL) <> (fsas IS NULL))
);
-- A search asks for those within the longest radius of an address, or with the address's area on their list.
CREATE INDEX therapist_around ON therapist (latitude, longitude) WHERE active AND travel_radius_km IS NOT NULL;
CREATE INDEX therapist_areas ON therapist USING gin (fsas) WHERE active;

CREATE TABLE weekly_hours (
    therapist_id uuid NOT NULL REFERENCES therapist ON DELETE CASCADE,
    day          text NOT NULL,
    from_minute  int  NOT NULL,
    to_minute    int  NOT NULL,
    PRIMARY KEY (therapist_id, day, from_minute, to_minute),
    CONSTRAINT weekly_hours_in_order CHECK (0 <= from_minute AND from_minute < to_minute AND to_minute <= 1440)
);

CREATE TABLE credential (
    therapist_id uuid NOT NULL REFERENCES therapist ON DELETE CASCADE,
    province     text NOT NULL,
    kind         text NOT NULL,
    issuer       text NOT NULL,
    number       text NOT NULL,
    valid_from   date NOT NULL,
    valid_to     date NOT NULL,
    PRIMARY KEY (therapist_id, province, kind, issuer, number, valid_from),
    CONSTRAINT credential_in_order CHECK (valid_from <= valid_to)
);

CREATE TABLE time_off (
    id           uuid PRIMARY KEY,
    therapist_id uuid        NOT NULL REFERENCES therapist ON DELETE CASCADE,
    starts_at    timestamptz NOT NULL,
    ends_at      timestamptz NOT NULL,
    CONSTRAINT time_off_in_order CHECK (starts_at < ends_at)
);
CREATE INDEX time_off_of_therapist ON time_off (therapist_id, ends_at);

-- What booking-service last said about each booking. FREE rows stay, so that an older event does not take the time again.
CREATE TABLE busy_time (
    booking_id      uuid PRIMARY KEY,
    version         bigint      NOT NULL,
    therapist_id    uuid        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('HELD', 'BOOKED', 'FREE')),
    busy_from       timestamptz NOT NULL,
    busy_to         timestamptz NOT NULL,
    hold_expires_at timestamptz,
    fsa             text,
    CONSTRAINT busy_time_in_order CHECK (busy_from < busy_to),
    CONSTRAINT busy_time_hold_ends CHECK ((state = 'HELD') = (hold_expires_at IS NOT NULL))
);
CREATE INDEX busy_time_of_therapist ON busy_time (therapist_id, busy_to) WHERE state <> 'FREE';
CREATE INDEX busy_time_age ON busy_time (busy_to);

-- Offers that were signed. Of the place only the area is kept: enough to know how far the next visit is.
CREATE TABLE offer (
    id           uuid PRIMARY KEY,
    request_id   uuid        NOT NULL,
    occurrence   int         NOT NULL,
    client_id    uuid        NOT NULL,
    therapist_id uuid        NOT NULL,
    starts_at    timestamptz NOT NULL,
    minutes      int         NOT NULL,
    fsa          text        NOT NULL,
    issued_at    timestamptz NOT NULL,
    expires_at   timestamptz NOT NULL,
    UNIQUE (request_id, occurrence)
);
CREATE INDEX offer_of_visit ON offer (therapist_id, client_id, starts_at);
CREATE INDEX offer_age ON offer (issued_at);
