package ca.tripoint.booking;

import java.sql.Connection;
import java.sql.SQLException;

/** Somebody else's transaction, which stands in the way of all who need what it has locked until it ends. */
public final class Holdup implements AutoCloseable {

    private final Connection connection;

    Holdup(Connection connection) {
        this.connection = connection;
    }

    /** It ends, and what it wrote stays. */
    public void commit() {
        try {
            connection.commit();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** It ends as if it had never been. After its end nothing happens. */
    public void letGo() {
        try {
            connection.rollback();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        letGo();
        try {
            connection.setAutoCommit(true);
            connection.close();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
