package ca.tripoint.triage.progress;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.progress.SessionRecord.Found;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant NOON = Instant.parse("2026-11-01T19:00:00Z");

    /** One session a day from the first of November on. */
    private static Progress after(Boolean... improved) {
        return new Progress(IntStream.range(0, improved.length)
                .mapToObj(day -> new SessionRecord(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        SOMEBODY,
                        SOMEBODY,
                        SOMEBODY,
                        NOON.plusSeconds(86_400L * day),
                        new Found(improved[day], List.of())))
                .toList());
    }

    @Test
    void two_sessions_without_improvement_are_not_three() {
        assertThat(after(false, false).noImprovementSince(3)).isEmpty();
        assertThat(after(false, false, false).noImprovementSince(3)).contains(LocalDate.of(2026, 11, 1));
    }

    @Test
    void only_the_last_three_count_from_the_first_of_them() {
        assertThat(after(true, false, false, false).noImprovementSince(3)).contains(LocalDate.of(2026, 11, 2));
        assertThat(after(false, false, false, false).noImprovementSince(3)).contains(LocalDate.of(2026, 11, 2));
        assertThat(after(false, true, false, false).noImprovementSince(3)).isEmpty();
        assertThat(after(false, false, false, true).noImprovementSince(3)).isEmpty();
    }
}
