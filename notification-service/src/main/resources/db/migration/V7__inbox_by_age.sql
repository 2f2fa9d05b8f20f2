-- The inbox forgets by age, every hour.
CREATE INDEX inbox_age ON inbox (received_at);
