package ca.tripoint.booking.booking;

import static ca.tripoint.booking.Api.book;
import static ca.tripoint.booking.Api.id;
import static ca.tripoint.booking.Paper.inDays;
import static ca.tripoint.booking.Paper.offer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import ca.tripoint.booking.Database;
import ca.tripoint.booking.TestClock;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class UsedOffersTest {

    private final UUID anne = UUID.randomUUID();

    @Inject
    UsedOffers usedOffers;

    @Inject
    Database database;

    @Test
    void a_used_offer_is_remembered_until_a_day_after_its_expiry() throws SQLException {
        Instant expiry = TestClock.now().plus(Duration.ofMinutes(15)).truncatedTo(ChronoUnit.SECONDS);
        Fact offer = offer(anne, UUID.randomUUID(), inDays(20, "10:00")).valid(TestClock.now(), expiry);
        id(book(anne, offer));
        TestClock.advance(Duration.between(TestClock.now(), expiry.plus(Duration.ofDays(1))));
        usedOffers.forgetExpired();
        assertThat(isRemembered(offer)).isTrue();

        TestClock.advance(Duration.ofMillis(1));
        usedOffers.forgetExpired();

        assertThat(isRemembered(offer)).isFalse();
        book(anne, offer).then().statusCode(422).body("code", equalTo("offer-expired"));
    }

    private boolean isRemembered(Fact offer) {
        return database.number("SELECT count(*) FROM used_offer WHERE offer_id = ?", offer.id()) == 1;
    }
}
