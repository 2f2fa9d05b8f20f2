package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Fsa;
import ca.tripoint.canada.place.InvalidPostalCodeException;
import ca.tripoint.canada.place.Places;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.KnownPlaces;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.credential.Credential;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A therapist whom operations have verified. */
@Schema(examples = """
                {"name":"Maude Tremblay","gender":"FEMALE","languages":["fr","en"],
                "skills":["TRIGGER_POINT","DEEP_GLUTEAL_TRIGGER_POINT"],"equipment":["TABLE"],"base":{"postalCode":"H2J 1Y4"},
                "travelRadiusKm":25,"credentials":[{"province":"QC","kind":"ASSOCIATION","issuer":"FQM","number":"FQM-20417",
                "validFrom":"2026-01-01","validTo":"2027-12-31"}],"hours":[{"day":"MONDAY","from":"06:00","to":"24:00"}]}""")
record NewTherapist(
        @Nullable @Schema(description = "The person's account, if they have one; else a new id.")
        UUID id,

        @NotNull @Size(max = 120) @Pattern(regexp = NewTherapist.NAME)
        String name,

        @NotNull Gender gender,

        @NotEmpty @Size(max = 20) @Schema(description = "ISO 639 codes.")
        Set<@NotNull @Pattern(regexp = NewTherapist.LANGUAGE) String> languages,

        @NotNull Set<@NotNull Skill> skills,
        @NotNull Set<@NotNull Equipment> equipment,
        @NotNull @Valid BaseView base,

        @Nullable @Min(1) @Max(TherapistRepository.LONGEST_RADIUS_KM) @Schema(description = "Give this or fsas.")
        Integer travelRadiusKm,

        @Nullable @Size(min = 1, max = 500) @Schema(description = "Give these or travelRadiusKm.")
        Set<@NotNull String> fsas,

        @NotNull @Size(max = 50) List<@NotNull @Valid CredentialView> credentials,
        @NotNull @Size(max = 100) List<@NotNull @Valid HoursView> hours) {

    /** One line that is not blank. */
    static final String NAME = "^(?=.*\\S)\\P{Cc}+$";

    static final String LANGUAGE = "[a-z]{2,3}";

    Profile profile() {
        return new Profile(
                true,
                name,
                gender,
                new TreeSet<>(languages),
                new TreeSet<>(skills),
                new TreeSet<>(equipment),
                KnownPlaces.postalCode(base.postalCode(), "base.postalCode"),
                travelRadiusKm,
                fsas == null ? null : areas(fsas),
                HoursView.read(hours));
    }

    Set<Credential> validCredentials() {
        return CredentialView.read(credentials);
    }

    static Set<Fsa> areas(Set<String> written) {
        Set<Fsa> areas = new TreeSet<>();
        for (String code : written) {
            try {
                areas.add(Places.find(new Fsa(code.toUpperCase(Locale.ROOT)))
                        .orElseThrow(NewTherapist::unknownArea)
                        .fsa());
            } catch (InvalidPostalCodeException notOne) {
                throw unknownArea();
            }
        }
        return areas;
    }

    private static Refusal unknownArea() {
        return Refusal.of(TherapistProblem.UNKNOWN_POSTAL_CODE).naming(FieldError.field("fsas", "unknown"));
    }
}
