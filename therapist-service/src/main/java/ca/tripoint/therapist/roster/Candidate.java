package ca.tripoint.therapist.roster;

import ca.tripoint.therapist.availability.Practice;
import java.util.UUID;

/**
 * A therapist in question for an address.
 *
 * @param practice what availability asks, with the visits of the time in question
 */
public record Candidate(Member member, Practice practice) {

    public UUID id() {
        return member.id();
    }
}
