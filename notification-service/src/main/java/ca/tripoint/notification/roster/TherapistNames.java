package ca.tripoint.notification.roster;

import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Therapists' names. A booking can be heard of before its therapist: then there is none yet. */
@ApplicationScoped
public class TherapistNames {

    private static final String LEARN = """
            INSERT INTO therapist (therapist_id, version, name) VALUES (:therapist, :version, :name)
            ON CONFLICT (therapist_id) DO UPDATE SET version = excluded.version, name = excluded.name
            WHERE therapist.version < excluded.version
            """;

    private final EntityManager database;

    TherapistNames(EntityManager database) {
        this.database = database;
    }

    /** The names that are known of these. */
    public Map<UUID, String> of(Collection<UUID> therapists) {
        if (therapists.isEmpty()) {
            return Map.of();
        }
        return database.unwrap(Session.class)
                .createNativeQuery(
                        "SELECT therapist_id, name FROM therapist WHERE therapist_id IN (:therapists)", Tuple.class)
                .setParameterList("therapists", therapists)
                .getResultStream()
                .collect(Collectors.toMap(row -> row.get(0, UUID.class), row -> row.get(1, String.class)));
    }

    void learn(TherapistChanged change) {
        database.createNativeQuery(LEARN)
                .setParameter("therapist", change.therapistId())
                .setParameter("version", change.version())
                .setParameter("name", change.name())
                .executeUpdate();
    }
}
