-- Whether anybody was ever told of the visit. Of a time that was only held nobody was, and nobody is told that it is off.
ALTER TABLE visit ADD COLUMN announced boolean NOT NULL DEFAULT false;
UPDATE visit SET announced = true WHERE EXISTS (SELECT 1 FROM notice WHERE notice.booking_id = visit.booking_id);
