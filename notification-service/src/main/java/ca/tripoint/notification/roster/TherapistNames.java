package ca.tripoint.notification.roster;

import ca.tripoint.contracts.RosterEvent.TherapistChanged;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import java.util.UUID;
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

    public Optional<String> of(UUID therapist) {
        return database.unwrap(Session.class)
                .createNativeQuery("SELECT name FROM therapist WHERE therapist_id = :therapist", String.class)
                .setParameter("therapist", therapist)
                .uniqueResultOptional();
    }

    void learn(TherapistChanged change) {
        database.createNativeQuery(LEARN)
                .setParameter("therapist", change.therapistId())
                .setParameter("version", change.version())
                .setParameter("name", change.name())
                .executeUpdate();
    }
}
