package ca.tripoint.booking.clearance;

import java.util.Set;

/**
 * What the treatment plan asks of a visit. It is kept with the booking, so that a moved visit meets it too, and it is health data: a
 * skill can tell of a pregnancy. It is sealed in the database, and prints nothing.
 *
 * @param skills that the therapist must have
 * @param equipment that the therapist must bring
 * @param minDuration shortest treatment, in minutes
 */
public record Requirements(Set<String> skills, Set<String> equipment, int minDuration) {

    public Requirements {
        skills = Set.copyOf(skills);
        equipment = Set.copyOf(equipment);
    }

    public boolean metBy(Set<String> theirSkills, Set<String> theirEquipment, long minutes) {
        return minutes >= minDuration && theirSkills.containsAll(skills) && theirEquipment.containsAll(equipment);
    }

    @Override
    public String toString() {
        return "Requirements[redacted]";
    }
}
