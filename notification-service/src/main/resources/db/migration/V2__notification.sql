-- How to reach a person. What identifies them (address, number, name, home zone) is sealed.
CREATE TABLE contact (
    person_id uuid PRIMARY KEY,
    language  text        NOT NULL CHECK (language IN ('en-CA', 'fr-CA')),
    details   bytea       NOT NULL,
    version   bigint      NOT NULL,
    stored_at timestamptz NOT NULL
);

-- Therapists as therapist.roster last described them.
CREATE TABLE therapist (
    therapist_id uuid PRIMARY KEY,
    version      bigint NOT NULL,
    name         text   NOT NULL
);

-- The newest version heard of each visit: what is older is passed over.
CREATE TABLE visit (
    booking_id uuid PRIMARY KEY,
    version    bigint NOT NULL
);

-- What one person is told about one event; it is their in-app inbox. Ids and times only: words are found when it is read.
CREATE TABLE notice (
    id              uuid PRIMARY KEY,
    event_id        uuid        NOT NULL,
    recipient_id    uuid        NOT NULL,
    kind            text        NOT NULL,
    booking_id      uuid,
    booking_version bigint,
    therapist_id    uuid,
    visit_start     timestamptz,
    visit_end       timestamptz,
    visit_zone      text,
    previous_start  timestamptz,
    created_at      timestamptz NOT NULL,
    read_at         timestamptz,
    CONSTRAINT notice_told_once UNIQUE (event_id, recipient_id, kind),
    CONSTRAINT notice_visit_whole CHECK (
        num_nulls(booking_id, booking_version, therapist_id, visit_start, visit_end, visit_zone) IN (0, 6))
);
CREATE INDEX notice_newest_first ON notice (recipient_id, created_at DESC, id DESC);
CREATE INDEX notice_visit ON notice (booking_id, recipient_id) WHERE booking_id IS NOT NULL;

-- The way of one notice to its reader over one channel. Its id is the message's id on that channel, at every attempt.
CREATE TABLE delivery (
    id            uuid PRIMARY KEY,
    notice_id     uuid        NOT NULL REFERENCES notice,
    channel       text        NOT NULL CHECK (channel IN ('EMAIL')),
    status        text        NOT NULL CHECK (status IN ('PENDING', 'SENT', 'FAILED', 'NO_CONTACT', 'SUPERSEDED')),
    urgent        boolean     NOT NULL,
    attempts      integer     NOT NULL,
    due_at        timestamptz NOT NULL,
    claimed_until timestamptz,
    sent_at       timestamptz,
    CONSTRAINT delivery_told_once UNIQUE (notice_id, channel)
);
CREATE INDEX delivery_due ON delivery (urgent DESC, due_at) WHERE status = 'PENDING';
