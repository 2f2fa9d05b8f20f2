-- Only the comparison with a person's last clearance read it; V7 was the last to do so.
DROP INDEX clearance_of_client;
