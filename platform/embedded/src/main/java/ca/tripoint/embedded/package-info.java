/** The real engines without Docker: PostgreSQL, Kafka and SMTP on loopback, for tests and the local run; never shipped. */
@NullMarked
package ca.tripoint.embedded;

import org.jspecify.annotations.NullMarked;
