package ca.tripoint.triage.client;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.contracts.ScreeningEvent.ClearanceRevoked;
import ca.tripoint.triage.client.Client.Asked;
import ca.tripoint.triage.plan.Plan.Requirements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientTest {
    private static final Instant ISSUED = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant NOW = ISSUED.plus(Duration.ofDays(2));
    private static final UUID SCREENING = UUID.randomUUID();
    private static final Requirements NEEDS = new Requirements(List.of("TRIGGER_POINT"), 60, List.of("TABLE"));

    private static Client cleared(@Nullable Asked lastAsked) {
        return new Client(UUID.randomUUID(), 1, null, ISSUED, null, List.of(), lastAsked);
    }

    private static @Nullable UUID replacement(Client client) {
        return client.drainEvents().stream()
                .map(ClearanceRevoked.class::cast)
                .toList()
                .getFirst()
                .replacedByScreeningId();
    }

    @Test
    void visits_stay_on_a_clearance_that_asked_for_as_much() {
        Client client = cleared(new Asked(ISSUED, NEEDS));

        client.clear(SCREENING, NEEDS, NOW);

        assertThat(replacement(client)).isEqualTo(SCREENING);
    }

    /** A replica of an earlier release issues a clearance and leaves what an older one asked for in the row. */
    @Test
    void what_the_row_says_of_another_clearance_than_the_last_is_not_believed() {
        Client client = cleared(new Asked(ISSUED.minus(Duration.ofDays(1)), NEEDS));

        client.clear(SCREENING, NEEDS, NOW);

        assertThat(replacement(client)).isNull();
    }

    @Test
    void what_was_taken_back_is_forgotten() {
        Client client = cleared(new Asked(ISSUED, NEEDS));

        client.revoke(NOW);

        assertThat(client.lastAsked()).isNull();
    }
}
