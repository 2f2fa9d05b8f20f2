package ca.tripoint.kit.transaction;

import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;

/**
 * What PostgreSQL said, wherever in a chain of exceptions it is hidden.
 *
 * @param sqlState five characters, as in PostgreSQL's appendix A; empty where PostgreSQL was not reached at all
 * @param constraint name of the constraint that refused, if one did
 */
public record SqlFailure(String sqlState, @Nullable String constraint) {

    private static final Set<String> RETRY = Set.of("40001", "40P01");

    /** The connection, PostgreSQL's resources, PostgreSQL going down or coming up; not a statement that somebody cancelled. */
    private static final Pattern OUTAGE = Pattern.compile("08...|53...|57P0[1-5]");

    public static Optional<SqlFailure> of(Throwable failure) {
        Optional<SqlFailure> found = Optional.empty();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                if (sql.getSQLState() != null) {
                    return Optional.of(new SqlFailure(sql.getSQLState(), constraintOf(sql)));
                }
                found = Optional.of(new SqlFailure("", null));
            }
        }
        return found;
    }

    /** A deadlock or serialization failure: the same command may succeed when run again. */
    public boolean wantsRetry() {
        return RETRY.contains(sqlState);
    }

    /** The database is away or out of resources, or the pool has no connection to it left: not the command's fault. */
    public boolean isOutage() {
        return sqlState.isEmpty() || OUTAGE.matcher(sqlState).matches();
    }

    private static @Nullable String constraintOf(SQLException sql) {
        return sql instanceof PSQLException postgres && postgres.getServerErrorMessage() != null
                ? postgres.getServerErrorMessage().getConstraint()
                : null;
    }
}
