package ca.tripoint.therapist.slot;

import ca.tripoint.canada.clock.TimeZones;
import ca.tripoint.canada.place.Place;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.therapist.availability.Availability;
import ca.tripoint.therapist.availability.Starts;
import ca.tripoint.therapist.availability.VisitPolicy;
import ca.tripoint.therapist.roster.Candidate;
import ca.tripoint.therapist.roster.Roster;
import ca.tripoint.therapist.roster.Wish;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** At which times could somebody come. It decides nothing: the offer judges again, and the booking has the last word. */
@ApplicationScoped
public class SlotSearch {

    private final Roster roster;
    private final Availability availability;
    private final VisitPolicy policy;
    private final SlotConfig config;
    private final Transactions transactions;
    private final Clock clock;

    SlotSearch(
            Roster roster,
            Availability availability,
            VisitPolicy policy,
            SlotConfig config,
            Transactions transactions,
            Clock clock) {
        this.roster = roster;
        this.availability = availability;
        this.policy = policy;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A start, and who could come: the nearest, nearest first. */
    public record Slot(Instant start, List<UUID> therapists) {}

    /**
     * @param slots in order of their starts
     * @param continueFrom the local date with which the next page begins; null if there is none
     */
    record Found(List<Slot> slots, @Nullable LocalDate continueFrom) {}

    /** The slots of local dates, both included: whole days, until there are {@code atLeast} slots. */
    Found find(Place place, LocalDate first, LocalDate last, Duration length, Wish wish, int atLeast) {
        Starts starts = starts(place, first, last, length);
        List<Slot> slots = new ArrayList<>();
        @Nullable LocalDate day = null;
        for (Slot slot : transactions.run(() -> open(place, starts, wish))) {
            LocalDate date = TimeZones.local(slot.start(), place.zone()).toLocalDate();
            if (slots.size() >= atLeast && !date.equals(day)) {
                return new Found(slots, date);
            }
            day = date;
            slots.add(slot);
        }
        return new Found(slots, null);
    }

    /** All slots of local dates, both included. Ask inside a transaction. */
    public List<Slot> all(Place place, LocalDate first, LocalDate last, Duration length, Wish wish) {
        return open(place, starts(place, first, last, length), wish);
    }

    private Starts starts(Place place, LocalDate first, LocalDate last, Duration length) {
        Instant now = clock.instant();
        return Starts.between(place, first, last, length, policy.earliest(now), policy.latest(now));
    }

    private List<Slot> open(Place place, Starts starts, Wish wish) {
        return starts.isEmpty() ? List.of() : slots(starts, roster.candidates(place, wish, starts.span()));
    }

    private List<Slot> slots(Starts starts, List<Candidate> candidates) {
        List<List<UUID>> therapists = new ArrayList<>();
        for (int index = 0; index < starts.count(); index++) {
            therapists.add(new ArrayList<>());
        }
        for (Candidate candidate : candidates) {
            BitSet open = availability.open(candidate.practice(), starts);
            open.stream()
                    .mapToObj(therapists::get)
                    .filter(nearest -> nearest.size() < config.therapists())
                    .forEach(nearest -> nearest.add(candidate.id()));
        }
        List<Slot> slots = new ArrayList<>();
        for (int index = 0; index < starts.count(); index++) {
            if (!therapists.get(index).isEmpty()) {
                slots.add(new Slot(starts.start(index), therapists.get(index)));
            }
        }
        return slots;
    }
}
