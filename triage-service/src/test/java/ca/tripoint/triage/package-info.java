/** The service from outside, on a real PostgreSQL and a real Kafka. */
package ca.tripoint.triage;
