package ca.tripoint.booking.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/**
 * The clients' rows. A row exists from a client's first booking or first warning sign, whichever comes first: so that a red flag
 * and a booking of the same person always meet on one lock.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Clients {

    private final EntityManager database;

    Clients(EntityManager database) {
        this.database = database;
    }

    /**
     * Takes the client's lock, the first of the lock order, until the transaction ends.
     *
     * @return the mark as it stands under the lock
     */
    public Mark lock(UUID client) {
        database.createNativeQuery("INSERT INTO client (client_id) VALUES (:client) ON CONFLICT DO NOTHING")
                .setParameter("client", client)
                .executeUpdate();
        return new Mark((Instant) database.createNativeQuery(
                        "SELECT refused_before FROM client WHERE client_id = :client FOR NO KEY UPDATE", Instant.class)
                .setParameter("client", client)
                .getSingleResult());
    }

    /** Refuses clearances issued until then, and takes the client's lock. It never moves back: a late event undoes nothing. */
    public void refuseClearancesUntil(UUID client, Instant refusedBefore) {
        database.createNativeQuery("""
                        INSERT INTO client (client_id, refused_before) VALUES (:client, :mark)
                        ON CONFLICT (client_id)
                        DO UPDATE SET refused_before = greatest(client.refused_before, excluded.refused_before)
                        """)
                .setParameter("client", client)
                .setParameter("mark", refusedBefore)
                .executeUpdate();
    }
}
