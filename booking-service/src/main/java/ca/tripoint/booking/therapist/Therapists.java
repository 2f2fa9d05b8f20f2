package ca.tripoint.booking.therapist;

import ca.tripoint.contracts.RosterEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The therapists' rows. A row comes from the roster or, where an offer is faster than the roster's events, from the first booking.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class Therapists {

    private final EntityManager database;

    Therapists(EntityManager database) {
        this.database = database;
    }

    /** Takes the therapists' locks, the second of the lock order, by id, until the transaction ends. */
    public Map<UUID, Therapist> lock(Collection<UUID> ids) {
        List<UUID> sorted = ids.stream()
                .map(UUID::toString)
                .distinct()
                .sorted()
                .map(UUID::fromString)
                .toList();
        sorted.forEach(this::insertIfNew);
        return database
                .createQuery("FROM Therapist t WHERE t.therapistId IN (:ids) ORDER BY t.therapistId", Therapist.class)
                .setParameter("ids", sorted)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .collect(Collectors.toMap(Therapist::id, Function.identity()));
    }

    /** Writes down what the roster tells, under the therapist's lock. */
    public Therapist learn(RosterEvent event, Instant now) {
        Therapist therapist =
                lock(List.of(event.therapistId())).values().iterator().next();
        therapist.learn(event, now);
        return therapist;
    }

    private void insertIfNew(UUID id) {
        database.createNativeQuery("INSERT INTO therapist (therapist_id) VALUES (:id) ON CONFLICT DO NOTHING")
                .setParameter("id", id)
                .executeUpdate();
    }
}
