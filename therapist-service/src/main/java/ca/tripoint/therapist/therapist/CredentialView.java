package ca.tripoint.therapist.therapist;

import ca.tripoint.canada.place.Province;
import ca.tripoint.kit.problem.FieldError;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.therapist.TherapistProblem;
import ca.tripoint.therapist.credential.Credential;
import ca.tripoint.therapist.credential.CredentialKind;
import ca.tripoint.therapist.credential.CredentialRules;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A licence or membership, as operations enter it. */
@Schema(name = "Credential")
record CredentialView(
        @NotNull @Schema(examples = "QC") Province province,

        @NotNull @Schema(examples = "ASSOCIATION") CredentialKind kind,

        @NotBlank @Size(max = 40) @Schema(examples = "FQM") String issuer,

        @NotBlank @Size(max = 40) @Schema(examples = "FQM-20417")
        String number,

        @NotNull @Schema(description = "First day, local to the visit.", examples = "2026-01-01")
        LocalDate validFrom,

        @NotNull @Schema(description = "Last day, local to the visit.", examples = "2027-12-31")
        LocalDate validTo) {

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

    static CredentialView of(Credential credential) {
        return new CredentialView(
                credential.province(),
                credential.kind(),
                credential.issuer(),
                credential.number(),
                credential.validFrom(),
                credential.validTo());
    }

    /** Refuses what no province recognises, since it would never lead to a visit, and the same credential twice. */
    static Set<Credential> read(List<CredentialView> credentials) {
        Set<Credential> read = new HashSet<>();
        for (int index = 0; index < credentials.size(); index++) {
            CredentialView view = credentials.get(index);
            if (view.validFrom().isBefore(EARLIEST) || view.validTo().isAfter(LATEST)) {
                throw Refusal.invalidField("credentials[" + index + "].validTo", "out-of-range");
            }
            if (view.validTo().isBefore(view.validFrom())) {
                throw Refusal.invalidField("credentials[" + index + "].validTo", "before-valid-from");
            }
            Credential credential = new Credential(
                    view.province(), view.kind(), view.issuer(), view.number(), view.validFrom(), view.validTo());
            if (!CredentialRules.recognise(credential)) {
                throw Refusal.of(TherapistProblem.CREDENTIAL_NOT_RECOGNISED)
                        .naming(FieldError.field("credentials[" + index + "]", "not-recognised"));
            }
            if (read.stream().anyMatch(credential::isRepeatedBy)) {
                throw Refusal.invalidField("credentials[" + index + "]", "duplicate");
            }
            read.add(credential);
        }
        return read;
    }
}
