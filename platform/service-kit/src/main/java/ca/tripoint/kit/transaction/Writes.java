package ca.tripoint.kit.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes that nobody reads again in their transaction. They leave together, in the order in which they were added, just before the
 * commit: the transaction waits for the database once, not once for each. What one of them violates fails the commit.
 */
@ApplicationScoped
public class Writes {

    private final DataSource database;
    private final TransactionSynchronizationRegistry transaction;

    Writes(DataSource database, TransactionSynchronizationRegistry transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    private record Write(String sql, List<@Nullable Object> values) {
        @Override
        public String toString() {
            return "Write[redacted]";
        }
    }

    /**
     * @param sql one statement
     * @param values of its parameters, in the types that the driver takes
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void add(String sql, @Nullable Object... values) {
        pending().writes.add(new Write(sql, Arrays.asList(values)));
    }

    private Pending pending() {
        if (transaction.getResource(Writes.class) instanceof Pending known) {
            return known;
        }
        Pending first = new Pending();
        transaction.putResource(Writes.class, first);
        transaction.registerInterposedSynchronization(first);
        return first;
    }

    /** One prepared statement of several: the driver sends them, and reads what came of them, in one round trip. */
    private void send(List<Write> writes) {
        String all = writes.stream().map(Write::sql).collect(Collectors.joining("; "));
        try (Connection connection = database.getConnection();
                PreparedStatement together = connection.prepareStatement(all)) {
            int index = 0;
            for (Write write : writes) {
                for (Object value : write.values()) {
                    together.setObject(++index, value);
                }
            }
            together.execute();
        } catch (SQLException failure) {
            throw new IllegalStateException("what the transaction wrote could not be stored", failure);
        }
    }

    private final class Pending implements Synchronization {
        private final List<Write> writes = new ArrayList<>();

        @Override
        public void beforeCompletion() {
            send(writes);
        }

        @Override
        public void afterCompletion(int status) {
            // nothing is left
        }
    }
}
