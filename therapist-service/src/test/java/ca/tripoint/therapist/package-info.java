/** The service through its public face, on real PostgreSQL and Kafka. */
package ca.tripoint.therapist;
