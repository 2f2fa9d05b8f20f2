/** Migrations that SQL cannot express, beside those in {@code resources/db/migration}; Flyway looks here for both. */
@NullMarked
package db.migration;

import org.jspecify.annotations.NullMarked;
