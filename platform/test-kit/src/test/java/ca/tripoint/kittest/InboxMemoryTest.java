package ca.tripoint.kittest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class InboxMemoryTest {

    @Inject
    EntityManager database;

    @Test
    void events_are_remembered_for_a_month_and_then_forgotten() {
        UUID young = received(Duration.ofDays(30).minusMinutes(5));
        UUID old = received(Duration.ofDays(30).plusMinutes(5));

        await().until(() -> !isRemembered(old));

        assertThat(isRemembered(young)).isTrue();
    }

    private UUID received(Duration ago) {
        UUID event = UUID.randomUUID();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery(
                                "INSERT INTO inbox (event_id, topic, received_at) VALUES (:event, 'a.topic', :at)")
                        .setParameter("event", event)
                        .setParameter("at", Instant.now().minus(ago))
                        .executeUpdate());
        return event;
    }

    private boolean isRemembered(UUID event) {
        return QuarkusTransaction.requiringNew()
                .call(() -> !database.createNativeQuery("SELECT 1 FROM inbox WHERE event_id = :event")
                        .setParameter("event", event)
                        .getResultList()
                        .isEmpty());
    }
}
