package ca.tripoint.notification.contact;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ContactRepository implements PanacheRepositoryBase<ContactRow, UUID> {

    /** Until the end of the transaction nobody else stores this person's contact, nor finds that there is none. */
    void lock(UUID person) {
        getEntityManager()
                .createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:person, 0))", Integer.class)
                .setParameter("person", person.toString())
                .getSingleResult();
    }
}
