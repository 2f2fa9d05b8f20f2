-- Sealed: what the last clearance asks of a visit. Where it is not known, whatever comes next counts as asking for more.
ALTER TABLE client ADD COLUMN last_asked bytea;

-- A screening waits once for each reason, whichever that is; a therapist's report waits for itself.
DELETE FROM review later USING review earlier
WHERE later.kind = earlier.kind AND later.screening_id = earlier.screening_id
  AND later.report_id IS NULL AND earlier.report_id IS NULL
  AND later.acknowledged_at IS NULL AND earlier.acknowledged_at IS NULL
  AND (earlier.opened_at, earlier.id) < (later.opened_at, later.id);
DROP INDEX one_open_request;
DROP INDEX review_open_of_screening;
CREATE UNIQUE INDEX review_open ON review (screening_id, kind) WHERE report_id IS NULL AND acknowledged_at IS NULL;

-- The inbox forgets by age, every hour.
CREATE INDEX inbox_age ON inbox (received_at);
