-- Nobody is booked twice, and nobody without clearance. The constraints' names are listed in problem/Promise.java.
-- Locks are taken in this order everywhere: client, then therapists by id, then bookings by id.

-- GiST for "same therapist" and "overlapping time" in one constraint.
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- The lock on one person's bookings, and the moment until which their clearances are refused.
CREATE TABLE client (
    client_id      uuid PRIMARY KEY,
    refused_before timestamptz
);

-- The lock on one therapist's diary, and what the roster has told. Version 0: nothing yet.
CREATE TABLE therapist (
    therapist_id        uuid PRIMARY KEY,
    active              boolean NOT NULL DEFAULT true,
    active_version      bigint  NOT NULL DEFAULT 0,
    credentials_version bigint  NOT NULL DEFAULT 0
);
CREATE TABLE therapist_credential (
    therapist_id uuid NOT NULL REFERENCES therapist,
    province     text NOT NULL,
    kind         text NOT NULL,
    valid_from   date NOT NULL,
    valid_to     date NOT NULL,
    PRIMARY KEY (therapist_id, province, kind, valid_from, valid_to)
);
-- Without times: taken back (see TimeOff).
CREATE TABLE therapist_time_off (
    therapist_id uuid   NOT NULL REFERENCES therapist,
    time_off_id  uuid   NOT NULL,
    version      bigint NOT NULL,
    from_at      timestamptz,
    to_at        timestamptz,
    PRIMARY KEY (therapist_id, time_off_id)
);

CREATE TABLE course (
    id        uuid PRIMARY KEY,
    client_id uuid        NOT NULL REFERENCES client,
    made_at   timestamptz NOT NULL
);

CREATE TABLE booking (
    id                  uuid PRIMARY KEY,
    client_id           uuid        NOT NULL REFERENCES client,
    therapist_id        uuid        NOT NULL REFERENCES therapist,
    course_id           uuid REFERENCES course,
    offer_id            uuid        NOT NULL,

    clearance_id        uuid        NOT NULL,
    screening_id        uuid        NOT NULL,
    clearance_issued_at timestamptz NOT NULL,
    skills              text        NOT NULL,
    equipment           text        NOT NULL,
    min_duration        integer     NOT NULL,

    start_at            timestamptz NOT NULL,
    end_at              timestamptz NOT NULL,
    local_start         text        NOT NULL,
    zone                text        NOT NULL,
    tz_version          text        NOT NULL,
    busy_from           timestamptz NOT NULL,
    busy_to             timestamptz NOT NULL,
    province            text        NOT NULL,
    fsa                 text        NOT NULL,
    latitude            double precision NOT NULL,
    longitude           double precision NOT NULL,
    sealed_address      bytea       NOT NULL,

    subtotal_cents      bigint      NOT NULL,
    taxes               text        NOT NULL,
    total_cents         bigint      NOT NULL,
    grace_minutes       integer     NOT NULL,
    free_minutes        integer     NOT NULL,
    reduced_minutes     integer     NOT NULL,
    reduced_percent     integer     NOT NULL,

    status              text        NOT NULL CHECK (status IN ('HELD', 'CONFIRMED', 'IN_SESSION', 'COMPLETED',
        'EXPIRED', 'CANCELLED', 'REVOKED', 'NO_SHOW', 'NEEDS_ATTENTION')),
    version             bigint      NOT NULL,
    made_at             timestamptz NOT NULL,
    hold_expires_at     timestamptz,
    booked_at           timestamptz,
    ended_at            timestamptz,
    cancelled_by        text,
    revocation_cause    text,
    fee_cents           bigint,
    fee_reason          text,

    -- Derived, so that the ranges can never disagree with the times; nothing else reads or writes ranges.
    session             tstzrange   NOT NULL GENERATED ALWAYS AS (tstzrange(start_at, end_at)) STORED,
    busy                tstzrange   NOT NULL GENERATED ALWAYS AS (tstzrange(busy_from, busy_to)) STORED,

    CONSTRAINT booking_busy_encloses_session CHECK (busy_from <= start_at AND start_at < end_at AND end_at <= busy_to),
    -- What the diary's look-back (BookingRepository) relies on.
    CONSTRAINT booking_within_half_a_day CHECK (busy_to - busy_from <= interval '12 hours'),
    CONSTRAINT booking_hold_has_an_end CHECK ((status = 'HELD') = (hold_expires_at IS NOT NULL) OR status = 'EXPIRED'),

    CONSTRAINT booking_therapist_in_one_place EXCLUDE USING gist (therapist_id WITH =, busy WITH &&)
        WHERE (status IN ('HELD', 'CONFIRMED', 'IN_SESSION')),
    CONSTRAINT booking_client_in_one_place EXCLUDE USING gist (client_id WITH =, session WITH &&)
        WHERE (status IN ('HELD', 'CONFIRMED', 'IN_SESSION'))
);

-- A client keeps one time that is not booked yet.
CREATE UNIQUE INDEX booking_one_hold_per_client ON booking (client_id) WHERE status = 'HELD';
-- The therapist's diary: neighbours and overlaps. GiST only guards writes.
CREATE INDEX booking_diary ON booking (therapist_id, busy_from)
    WHERE status IN ('HELD', 'CONFIRMED', 'IN_SESSION', 'COMPLETED', 'NO_SHOW');
CREATE INDEX booking_of_client ON booking (client_id, start_at, id);
CREATE INDEX booking_of_therapist ON booking (therapist_id, start_at, id);
CREATE INDEX booking_of_course ON booking (course_id) WHERE course_id IS NOT NULL;
-- Holds that run out.
CREATE INDEX booking_holds ON booking (hold_expires_at) WHERE status = 'HELD';

-- An offer becomes one booking at most, ever.
CREATE TABLE used_offer (
    offer_id uuid PRIMARY KEY,
    used_at  timestamptz NOT NULL
);
