package ca.tripoint.booking.clearance;

import jakarta.persistence.Embeddable;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the treatment plan asks of a visit. It is kept with the booking, so that a moved visit meets it too.
 *
 * @param skills that the therapist must have, separated by spaces
 * @param equipment that the therapist must bring, separated by spaces
 * @param minDuration shortest treatment, in minutes
 */
@Embeddable
public record Requirements(String skills, String equipment, int minDuration) {

    public static Requirements of(Collection<String> skills, Collection<String> equipment, int minDuration) {
        return new Requirements(
                String.join(" ", new TreeSet<>(skills)), String.join(" ", new TreeSet<>(equipment)), minDuration);
    }

    public boolean metBy(Set<String> theirSkills, Set<String> theirEquipment, long minutes) {
        return minutes >= minDuration
                && theirSkills.containsAll(words(skills))
                && theirEquipment.containsAll(words(equipment));
    }

    private static Set<String> words(String text) {
        return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
    }
}
