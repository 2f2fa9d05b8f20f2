package ca.tripoint.kittest;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** With an entity, a service has an entity manager. */
@Entity
class Thing {
    @Id
    UUID id;

    long version;
}
