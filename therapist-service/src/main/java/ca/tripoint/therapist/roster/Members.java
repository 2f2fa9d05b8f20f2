package ca.tripoint.therapist.roster;

import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.therapist.Therapist;
import ca.tripoint.therapist.therapist.TherapistRepository;
import ca.tripoint.therapist.therapist.TherapistRepository.Edition;
import ca.tripoint.therapist.timeoff.TimeOff;
import ca.tripoint.therapist.timeoff.TimeOffRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The therapists in memory, some two kilobytes each. They are never out of date: whoever asks has just read the versions, every
 * change of a therapist, a credential or time off raises the version, and who has changed is read again.
 */
@ApplicationScoped
class Members {

    private final Map<UUID, Member> known = new ConcurrentHashMap<>();
    private final TherapistRepository therapists;
    private final TimeOffRepository timesOff;
    private final Clock clock;

    Members(TherapistRepository therapists, TimeOffRepository timesOff, Clock clock) {
        this.therapists = therapists;
        this.timesOff = timesOff;
        this.clock = clock;
    }

    /** These editions, or newer ones. */
    List<Member> of(List<Edition> editions) {
        List<UUID> changed =
                editions.stream().filter(this::isNews).map(Edition::id).toList();
        if (!changed.isEmpty()) {
            read(changed);
        }
        return editions.stream()
                .map(edition -> known.get(edition.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean isNews(Edition edition) {
        Member member = known.get(edition.id());
        return member == null || member.version() < edition.version();
    }

    /** Time off is read after the therapist: it may be newer than the version says, never older. */
    private void read(List<UUID> changed) {
        List<Therapist> found = therapists.list("id in ?1", changed);
        Map<UUID, List<TimeRange>> away = timesOff.upcoming(changed, clock.instant()).stream()
                .collect(Collectors.groupingBy(
                        TimeOff::therapistId, Collectors.mapping(TimeOff::time, Collectors.toList())));
        found.stream()
                .map(therapist -> Member.of(therapist, away.getOrDefault(therapist.id(), List.of())))
                .forEach(member ->
                        known.merge(member.id(), member, (old, read) -> old.version() > read.version() ? old : read));
    }
}
