-- The instant of the last warning sign: what was decided before it is not overridden any more.
ALTER TABLE client ADD COLUMN warned_at timestamptz;
UPDATE client SET warned_at =
    (SELECT max(reported_at) FROM red_flag_report WHERE red_flag_report.client_id = client.id);

-- Whether a visit was ever confirmed: its therapist may report what they saw even after it was called off.
ALTER TABLE visit ADD COLUMN confirmed boolean NOT NULL DEFAULT false;
UPDATE visit SET confirmed = standing;
CREATE INDEX visit_between ON visit (client_id, therapist_id, ends_at);
CREATE INDEX visit_on_screening ON visit (screening_id, ends_at);

-- What a therapist reported is read through its review.
ALTER TABLE review ADD COLUMN report_id uuid REFERENCES red_flag_report;
CREATE INDEX red_flag_report_of_client ON red_flag_report (client_id, reported_at);

-- A person asks for a person once; the first of several open requests stays.
DELETE FROM review later USING review earlier
WHERE later.kind = 'REQUEST' AND earlier.kind = 'REQUEST' AND later.screening_id = earlier.screening_id
  AND later.acknowledged_at IS NULL AND earlier.acknowledged_at IS NULL
  AND (earlier.opened_at, earlier.id) < (later.opened_at, later.id);
CREATE UNIQUE INDEX one_open_request ON review (screening_id) WHERE kind = 'REQUEST' AND acknowledged_at IS NULL;

-- A version that turned out to be wrong clears nobody any more.
CREATE TABLE ruleset_recall (
    ruleset_version text PRIMARY KEY,
    recalled_at     timestamptz NOT NULL,
    recalled_by     uuid        NOT NULL,
    reason          text        NOT NULL,
    -- When the last of its clearances was taken back; until then the recall is to be continued.
    finished_at     timestamptz
);
ALTER TABLE clearance ADD COLUMN recalled_at timestamptz;
CREATE INDEX clearance_of_version ON clearance (ruleset_version, id);

CREATE INDEX reconfirmation_of_screening ON reconfirmation (screening_id, given_at, id);
