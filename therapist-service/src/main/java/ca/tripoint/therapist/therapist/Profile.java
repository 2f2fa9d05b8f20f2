package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.Place;
import ca.tripoint.canada.place.PostalCode;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.availability.WeeklyHours;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known about a therapist, credentials apart.
 *
 * @param base where they live; nothing more precise is kept
 * @param travelRadiusKm how far they go; null where {@code fsas} says where
 */
record Profile(
        boolean active,
        String name,
        Gender gender,
        Set<String> languages,
        Set<Skill> skills,
        Set<Equipment> equipment,
        PostalCode base,
        @Nullable Integer travelRadiusKm,
        @Nullable Set<Fsa> fsas,
        Set<WeeklyHours> hours) {

    Profile {
        if ((travelRadiusKm == null) == (fsas == null)) {
            throw Refusal.of(CommonProblem.VALIDATION_FAILED)
                    .naming(FieldError.field("travelRadiusKm", "exactly-one-of"))
                    .naming(FieldError.field("fsas", "exactly-one-of"));
        }
    }

    /** The place of {@code base}; refused if its area is not known. */
    Place home() {
        return KnownPlaces.of(base, "base.postalCode");
    }
}
