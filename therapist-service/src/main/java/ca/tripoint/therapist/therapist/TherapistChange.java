package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Fsa;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.credential.Credential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is to change. A member that is absent stays as it is; lists are replaced whole. */
@Schema(examples = """
                {"active":false}""")
record TherapistChange(
        @Nullable @Schema(description = "Whether visits may be booked.")
        Boolean active,

        @Nullable @Size(max = 120) @Pattern(regexp = NewTherapist.NAME)
        String name,

        @Nullable Gender gender,
        @Nullable @Size(min = 1, max = 20) Set<@NotNull @Pattern(regexp = NewTherapist.LANGUAGE) String> languages,
        @Nullable Set<@NotNull Skill> skills,
        @Nullable Set<@NotNull Equipment> equipment,
        @Nullable @Valid BaseView base,

        @Nullable @Min(1) @Max(TherapistRepository.LONGEST_RADIUS_KM) @Schema(description = "Takes the place of fsas.")
        Integer travelRadiusKm,

        @Nullable @Size(min = 1, max = 500) @Schema(description = "Take the place of travelRadiusKm.")
        Set<@NotNull String> fsas,

        @Nullable @Size(max = 50) List<@NotNull @Valid CredentialView> credentials,
        @Nullable @Size(max = 100) List<@NotNull @Valid HoursView> hours) {

    Profile profile(Profile now) {
        boolean newArea = travelRadiusKm != null || fsas != null;
        Set<Fsa> newFsas = fsas == null ? null : NewTherapist.areas(fsas);
        return new Profile(
                active == null ? now.active() : active,
                name == null ? now.name() : name,
                gender == null ? now.gender() : gender,
                languages == null ? now.languages() : new TreeSet<>(languages),
                skills == null ? now.skills() : new TreeSet<>(skills),
                equipment == null ? now.equipment() : new TreeSet<>(equipment),
                base == null ? now.base() : KnownPlaces.postalCode(base.postalCode(), "base.postalCode"),
                newArea ? travelRadiusKm : now.travelRadiusKm(),
                newArea ? newFsas : now.fsas(),
                hours == null ? now.hours() : HoursView.read(hours));
    }

    @Nullable
    Set<Credential> validCredentials() {
        return credentials == null ? null : CredentialView.read(credentials);
    }
}
