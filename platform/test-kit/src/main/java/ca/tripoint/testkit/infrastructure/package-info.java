/** One PostgreSQL server and one process of Kafka brokers, shared by all test JVMs of a build and ended with it. */
@NullMarked
package ca.tripoint.testkit.infrastructure;

import org.jspecify.annotations.NullMarked;
