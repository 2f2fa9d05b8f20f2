package ca.tripoint.notification.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<ContactRow, UUID> {

    /** Until the end of the transaction nobody else stores this person's contact, nor relies on what it is. */
    void lock(UUID person) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:person, 0))", Integer.class)
                .setParameter("person", person.toString())
                .getSingleResult();
    }

    /** Until the end of the transaction nobody stores this person's contact; false, without waiting, if somebody is about to. */
    boolean keep(UUID person) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery(
                        "SELECT pg_try_advisory_xact_lock_shared(hashtextextended(:person, 0))", Boolean.class)
                .setParameter("person", person.toString())
                .getSingleResult();
    }
}
