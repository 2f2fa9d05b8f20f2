package ca.tripoint.therapist.roster;

import ca.tripoint.therapist.availability.Practice;
import ca.tripoint.therapist.therapist.Therapist;
import java.util.UUID;

/**
 * A therapist in question for an address.
 *
 * @param practice what availability asks, with time off and visits of the time in question
 */
public record Candidate(Therapist therapist, Practice practice) {

    public UUID id() {
        return therapist.id();
    }
}
