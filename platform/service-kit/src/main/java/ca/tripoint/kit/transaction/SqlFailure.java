package ca.tripoint.kit.transaction;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * What PostgreSQL said, wherever in a chain of exceptions it is hidden.
 *
 * @param sqlState five characters, as in PostgreSQL's appendix A
 * @param constraint name of the constraint that refused, if one did
 */
public record SqlFailure(String sqlState, @Nullable String constraint) {

    private static final Set<String> RETRY = Set.of("40001", "40P01");
    private static final Set<String> OUTAGE_CLASSES = Set.of("08", "53", "57");

    public static Optional<SqlFailure> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                return Optional.of(new SqlFailure(sql.getSQLState(), constraintOf(sql)));
            }
        }
        return Optional.empty();
    }

    /** A deadlock or serialization failure: the same command may succeed when run again. */
    public boolean wantsRetry() {
        return RETRY.contains(sqlState);
    }

    /** The database is away or out of resources: not the command's fault. */
    public boolean isOutage() {
        return OUTAGE_CLASSES.contains(sqlState.substring(0, 2));
    }

    private static @Nullable String constraintOf(SQLException sql) {
        return sql instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                ? postgres.getServerErrorMessage().getConstraint()
                : null;
    }
}
