package ca.tripoint.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.notification.delivery.Delivery.Status;
import ca.tripoint.notification.notice.Kind;
import ca.tripoint.notification.notice.News;
import ca.tripoint.notification.notice.Notice;
import ca.tripoint.notification.notice.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2027-03-01T15:00:00Z");
    private static final Instant START = Instant.parse("2027-03-14T10:00:00Z");
    private static final Instant END = Instant.parse("2027-03-14T11:15:00Z");
    private static final Duration WEEK = Duration.ofDays(7);

    private final RetrySchedule twice = new RetrySchedule(List.of(Duration.ofMinutes(1)));
    private final Delivery aboutAVisit = delivery(News.of(
            UUID.randomUUID(),
            Kind.VISIT_BOOKED,
            new Visit(UUID.randomUUID(), 2L, UUID.randomUUID(), START, END, "America/Toronto")));
    private final Delivery aboutSafety = delivery(News.safety(UUID.randomUUID()));

    @Test
    void what_the_server_refused_is_due_again_after_the_pause() {
        aboutAVisit.claim(NOW.plusSeconds(60));

        aboutAVisit.failed(NOW, twice);

        assertThat(aboutAVisit.status()).isEqualTo(Status.PENDING);
        assertThat(aboutAVisit.dueAt()).isEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void when_the_schedule_is_used_up_it_has_failed() {
        aboutAVisit.claim(NOW.plusSeconds(60));
        aboutAVisit.failed(NOW, twice);
        aboutAVisit.claim(NOW.plusSeconds(180));

        aboutAVisit.failed(NOW.plusSeconds(120), twice);

        assertThat(aboutAVisit.status()).isEqualTo(Status.FAILED);
    }

    @Test
    void the_claim_of_a_worker_that_was_overtaken_counts_no_more() {
        Parcel slow = aboutAVisit.claim(NOW.plusSeconds(60));
        Parcel quick = aboutAVisit.claim(NOW.plusSeconds(120));

        assertThat(aboutAVisit.isClaimedFor(slow.attempt())).isFalse();
        assertThat(aboutAVisit.isClaimedFor(quick.attempt())).isTrue();
    }

    @Test
    void each_attempt_carries_the_same_id() {
        assertThat(aboutAVisit.claim(NOW).deliveryId())
                .isEqualTo(aboutAVisit.claim(NOW).deliveryId());
    }

    @Test
    void a_message_about_a_visit_is_moot_once_the_visit_is_over() {
        assertThat(aboutAVisit.isMoot(END.minusSeconds(1))).isFalse();
        assertThat(aboutAVisit.isMoot(END)).isTrue();
        assertThat(aboutSafety.isMoot(END)).isFalse();
    }

    @Test
    void a_late_contact_sets_going_what_is_about_a_visit_ahead() {
        aboutAVisit.lacksContact();

        assertThat(aboutAVisit.resume(START, WEEK)).isFalse();
        assertThat(aboutAVisit.status()).isEqualTo(Status.NO_CONTACT);
        assertThat(aboutAVisit.resume(START.minusSeconds(1), WEEK)).isTrue();
        assertThat(aboutAVisit.status()).isEqualTo(Status.PENDING);
    }

    @Test
    void a_late_contact_sets_going_a_safety_message_of_the_last_week() {
        aboutSafety.lacksContact();

        assertThat(aboutSafety.resume(NOW.plus(WEEK), WEEK)).isFalse();
        assertThat(aboutSafety.resume(NOW.plus(WEEK).minusSeconds(1), WEEK)).isTrue();
    }

    @Test
    void a_corrected_contact_begins_the_schedule_anew() {
        aboutSafety.claim(NOW.plusSeconds(60));
        aboutSafety.failed(NOW, twice);
        aboutSafety.claim(NOW.plusSeconds(180));
        aboutSafety.failed(NOW.plusSeconds(120), twice);
        assertThat(aboutSafety.status()).isEqualTo(Status.FAILED);

        assertThat(aboutSafety.resume(NOW.plusSeconds(300), WEEK)).isTrue();
        assertThat(aboutSafety.dueAt()).isEqualTo(NOW.plusSeconds(300));
        aboutSafety.claim(NOW.plusSeconds(360));
        aboutSafety.failed(NOW.plusSeconds(301), twice);

        assertThat(aboutSafety.status()).isEqualTo(Status.PENDING);
        assertThat(aboutSafety.dueAt()).isEqualTo(NOW.plusSeconds(361));
    }

    @Test
    void when_the_old_address_fails_that_was_under_way_the_new_one_is_due_at_once() {
        aboutSafety.claim(NOW.plusSeconds(60));
        aboutSafety.resume(NOW, WEEK);

        aboutSafety.failed(NOW.plusSeconds(20), twice);

        assertThat(aboutSafety.status()).isEqualTo(Status.PENDING);
        assertThat(aboutSafety.dueAt()).isEqualTo(NOW.plusSeconds(20));
    }

    @Test
    void the_senders_address_is_found_with_and_without_a_name() {
        assertThat(Letters.address("Tripoint <no-reply@tripoint.example>")).isEqualTo("no-reply@tripoint.example");
        assertThat(Letters.address("no-reply@tripoint.example")).isEqualTo("no-reply@tripoint.example");
    }

    private static Delivery delivery(News news) {
        return new Delivery(UUID.randomUUID(), new Notice(UUID.randomUUID(), UUID.randomUUID(), news, NOW), NOW);
    }
}
