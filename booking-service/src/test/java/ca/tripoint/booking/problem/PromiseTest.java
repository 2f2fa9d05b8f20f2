package ca.tripoint.booking.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.tripoint.booking.Api;
import ca.tripoint.booking.Database;
import ca.tripoint.booking.Paper;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
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

    @Test
    void a_visit_pushed_into_a_taken_time_is_refused_by_its_name() {
        UUID maude = UUID.randomUUID();
        Api.booked(UUID.randomUUID(), maude, Paper.inDays(90, "10:00"));
        UUID other = Api.booked(UUID.randomUUID(), maude, Paper.inDays(91, "10:00"));

        assertThatThrownBy(() -> push(
                        other,
                        "busy_from = busy_from - interval '1 day', start_at = start_at - interval '1 day',"
                                + " busy_to = busy_to - interval '1 day', end_at = end_at - interval '1 day'"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(BookingProblem.SLOT_TAKEN));
    }

    @Test
    void a_client_pushed_into_two_places_is_refused_by_name() {
        UUID anne = UUID.randomUUID();
        Api.booked(anne, UUID.randomUUID(), Paper.inDays(92, "10:00"));
        UUID other = Api.booked(anne, UUID.randomUUID(), Paper.inDays(93, "10:00"));

        assertThatThrownBy(() -> push(
                        other,
                        "busy_from = busy_from - interval '1 day', start_at = start_at - interval '1 day',"
                                + " busy_to = busy_to - interval '1 day', end_at = end_at - interval '1 day'"))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(BookingProblem.CLIENT_BUSY));
    }

    private void push(UUID booking, String change) {
        Promise.kept(() -> transactions.run(() -> entityManager
                .createNativeQuery("UPDATE booking SET " + change + " WHERE id = :id")
                .setParameter("id", booking)
                .executeUpdate()));
    }
}
