package ca.tripoint.therapist.roster;

import ca.tripoint.canada.place.Place;
import ca.tripoint.therapist.availability.Practice;
import ca.tripoint.therapist.availability.TimeRange;
import ca.tripoint.therapist.therapist.Equipment;
import ca.tripoint.therapist.therapist.Gender;
import ca.tripoint.therapist.therapist.Skill;
import ca.tripoint.therapist.therapist.Therapist;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A therapist as a search sees them, as of a version.
 *
 * @param practice with time off, without visits
 */
public record Member(
        UUID id,
        long version,
        Gender gender,
        List<String> languages,
        Set<Skill> skills,
        Set<Equipment> equipment,
        Place home,
        Practice practice) {

    static Member of(Therapist therapist, List<TimeRange> timeOff) {
        return new Member(
                therapist.id(),
                therapist.version(),
                therapist.gender(),
                List.copyOf(therapist.languages()),
                therapist.skills(),
                therapist.equipment(),
                therapist.home(),
                therapist.practice(timeOff));
    }
}
