package ca.tripoint.therapist.offer;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.availability.Obstacle;
import java.util.Optional;

/** How an obstacle is told to a client. Why a therapist cannot come is the therapist's own business. */
final class Refusals {

    private Refusals() {}

    static void throwIf(Optional<Obstacle> obstacle) {
        if (obstacle.isPresent()) {
            throw Refusal.of(problem(obstacle.get()));
        }
    }

    static TherapistProblem problem(Obstacle obstacle) {
        return switch (obstacle) {
            case OFF_GRID -> TherapistProblem.OFF_GRID;
            case OUTSIDE_OPENING_HOURS -> TherapistProblem.OUTSIDE_OPENING_HOURS;
            case TOO_SOON -> TherapistProblem.TOO_SOON;
            case BEYOND_HORIZON -> TherapistProblem.BEYOND_HORIZON;
            case NO_CREDENTIAL -> TherapistProblem.NO_CREDENTIAL_IN_PROVINCE;
            case UNSUITED, NOT_ACTIVE, OUTSIDE_AREA, NOT_WORKING, TIME_OFF, TAKEN ->
                TherapistProblem.THERAPIST_UNAVAILABLE;
        };
    }
}
