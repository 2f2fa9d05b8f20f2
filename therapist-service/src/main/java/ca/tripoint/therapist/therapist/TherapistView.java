package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Fsa;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A therapist, for operations and for themselves. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Therapist")
record TherapistView(
        UUID id,
        @Schema(description = "Also the ETag.") long version,
        boolean active,
        String name,
        Gender gender,
        Set<String> languages,
        Set<Skill> skills,
        Set<Equipment> equipment,
        BaseView base,

        @Schema(description = "Whose clocks the hours are by.", examples = "America/Toronto")
        String zone,

        @Nullable Integer travelRadiusKm,
        @Nullable List<String> fsas,
        List<CredentialView> credentials,
        List<HoursView> hours) {

    static TherapistView of(Therapist therapist) {
        Profile profile = therapist.profile();
        return new TherapistView(
                therapist.id(),
                therapist.version(),
                profile.active(),
                profile.name(),
                profile.gender(),
                profile.languages(),
                profile.skills(),
                profile.equipment(),
                new BaseView(profile.base().display()),
                therapist.home().zone().getId(),
                profile.travelRadiusKm(),
                profile.fsas() == null
                        ? null
                        : profile.fsas().stream().map(Fsa::code).toList(),
                therapist.credentials().stream().map(CredentialView::of).toList(),
                HoursView.of(profile.hours()));
    }
}
