package ca.tripoint.booking.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.booking.Api;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.Paper;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.SqlFailure;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.testkit.FactTokens.Fact;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The database holds its promises also against code that forgot to look or to lock. */
@QuarkusTest
@QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)
class PromiseTest {

    @Inject
    Database database;

    @Inject
    Transactions transactions;

    @Inject
    EntityManager entityManager;

    @ParameterizedTest
    @EnumSource(Promise.class)
    void each_promise_is_a_constraint_or_a_unique_index(Promise promise) {
        assertThat(database.number("SELECT count(*) FROM pg_class WHERE relname = ?", promise.constraint()))
                .isEqualTo(1);
    }

    /** A visit is pushed to where another is: of the same therapist, or of the same client. */
    @ParameterizedTest
    @EnumSource(Promise.class)
    void whoever_runs_into_a_promise_is_refused_by_its_name(Promise promise) {
        UUID anne = UUID.randomUUID();
        UUID maude = UUID.randomUUID();
        Api.booked(anne, maude, Paper.inDays(90, "10:00"));
        UUID pushed = switch (promise) {
            case THERAPIST_IN_ONE_PLACE -> Api.booked(UUID.randomUUID(), maude, Paper.inDays(91, "10:00"));
            case CLIENT_IN_ONE_PLACE -> Api.booked(anne, UUID.randomUUID(), Paper.inDays(91, "10:00"));
        };
        BookingProblem expected = switch (promise) {
            case THERAPIST_IN_ONE_PLACE -> BookingProblem.SLOT_TAKEN;
            case CLIENT_IN_ONE_PLACE -> BookingProblem.CLIENT_BUSY;
        };

        assertThatThrownBy(() -> push(
                        pushed,
                        "busy_from = busy_from - interval '1 day', start_at = start_at - interval '1 day',"
                                + " busy_to = busy_to - interval '1 day', end_at = end_at - interval '1 day'"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(expected));
    }

    @Test
    void a_client_has_one_hold_whoever_writes_it() {
        UUID anne = UUID.randomUUID();
        Api.id(Api.hold(anne, Paper.offer(anne, UUID.randomUUID(), Paper.inDays(92, "10:00"))));
        UUID other = Api.booked(anne, UUID.randomUUID(), Paper.inDays(93, "10:00"));

        assertThatThrownBy(() -> push(other, "status = 'HELD', hold_expires_at = start_at"))
                .satisfies(failure -> assertThat(constraint(failure)).isEqualTo("booking_one_hold_per_client"));
    }

    @Test
    void an_offer_is_used_once_whoever_uses_it() {
        UUID anne = UUID.randomUUID();
        Fact offer = Paper.offer(anne, UUID.randomUUID(), Paper.inDays(94, "10:00"));
        Api.id(Api.book(anne, offer));

        assertThatThrownBy(() -> transactions.run(() -> entityManager
                        .createNativeQuery(
                                "INSERT INTO used_offer (offer_id, used_at, expires_at) VALUES (:id, now(), now())")
                        .setParameter("id", offer.id())
                        .executeUpdate()))
                .satisfies(failure -> assertThat(constraint(failure)).isEqualTo("used_offer_pkey"));
    }

    private static String constraint(Throwable failure) {
        return SqlFailure.of(failure).map(SqlFailure::constraint).orElse("");
    }

    private void push(UUID booking, String change) {
        Promise.kept(() -> transactions.run(() -> entityManager
                .createNativeQuery("UPDATE booking SET " + change + " WHERE id = :id")
                .setParameter("id", booking)
                .executeUpdate()));
    }
}
