package ca.tripoint.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.notification.MailServer;
import ca.tripoint.notification.delivery.Delivery.Status;
import ca.tripoint.notification.notice.Kind;
import ca.tripoint.notification.notice.News;
import ca.tripoint.notification.notice.Notice;
import ca.tripoint.notification.notice.Visit;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each test is one transaction that is taken back: the workers never see what lies in it. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
@QuarkusTestResource(value = MailServer.class, restrictToAnnotatedClass = false)
class DeliveryOrderTest {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-14T10:00:00Z");

    @Inject
    DeliveryRepository deliveries;

    @Inject
    EntityManager database;

    @Test
    @TestTransaction
    void a_safety_message_overtakes_a_backlog_which_goes_out_in_order() {
        deliveries.update("status = ?1 where status = ?2", Status.SUPERSEDED, Status.PENDING);
        UUID second = waitingSince(NOW.minusSeconds(599), booked());
        UUID first = waitingSince(NOW.minusSeconds(600), booked());
        for (int number = 0; number < 20; number++) {
            waitingSince(NOW.minusSeconds(number), booked());
        }
        UUID warned = waitingSince(NOW, News.safety(UUID.randomUUID()));
        waitingSince(NOW.plusSeconds(1), News.safety(UUID.randomUUID()));

        assertThat(nextToBeTold()).isEqualTo(warned);
        assertThat(nextToBeTold()).isEqualTo(first);
        assertThat(nextToBeTold()).isEqualTo(second);
    }

    private static News booked() {
        Visit visit =
                new Visit(UUID.randomUUID(), 2L, UUID.randomUUID(), START, START.plusSeconds(3600), "America/Toronto");
        return News.of(UUID.randomUUID(), Kind.VISIT_BOOKED, visit);
    }

    private UUID waitingSince(Instant due, News news) {
        Notice notice = new Notice(UUID.randomUUID(), UUID.randomUUID(), news, due);
        database.persist(notice);
        database.persist(new Delivery(UUID.randomUUID(), notice, due));
        database.flush();
        return news.recipient();
    }

    private UUID nextToBeTold() {
        Delivery next = deliveries.nextDue(NOW).orElseThrow();
        next.claim(NOW.plusSeconds(60));
        database.flush();
        return next.recipient();
    }
}
