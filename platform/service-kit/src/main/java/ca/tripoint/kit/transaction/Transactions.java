package ca.tripoint.kit.transaction;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Runs a command in a transaction of its own (READ COMMITTED). When PostgreSQL breaks a deadlock or a serialization conflict by
 * giving one side up, that side starts again, a bounded number of times; nothing of the failed attempt remains.
 */
@ApplicationScoped
public class Transactions {

    private static final Logger LOG = Logger.getLogger(Transactions.class);
    private static final int ATTEMPTS = 4;

    public <T> T run(Supplier<T> command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return QuarkusTransaction.requiringNew().call(command::get);
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS
                        || !SqlFailure.of(failure)
                                .filter(SqlFailure::wantsRetry)
                                .isPresent()) {
                    throw failure;
                }
                LOG.infof("transaction given up by PostgreSQL, attempt %d of %d starts", attempt + 1, ATTEMPTS);
            }
        }
    }

    public void run(Runnable command) {
        run(() -> {
            command.run();
            return Boolean.TRUE;
        });
    }
}
