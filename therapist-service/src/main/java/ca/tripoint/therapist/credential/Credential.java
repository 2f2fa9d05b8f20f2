package ca.tripoint.therapist.credential;

import ca.tripoint.canada.place.Province;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/**
 * A licence or membership of a therapist.
 *
 * @param issuer abbreviation of the body that issued it, for example {@code CMTO}
 * @param number as the issuer writes it
 * @param validFrom first day, local to the visit
 * @param validTo last day, local to the visit
 */
@Embeddable
public record Credential(
        @Enumerated(EnumType.STRING) Province province,
        @Enumerated(EnumType.STRING) CredentialKind kind,
        String issuer,
        String number,
        LocalDate validFrom,
        LocalDate validTo) {

    public Credential {
        if (validTo.isBefore(validFrom)) {
            throw new IllegalArgumentException("validTo must not be before validFrom");
        }
    }

    /** Whether the other is this one again: the same number of the same issuer, from the same day. A renewal begins on another. */
    public boolean isRepeatedBy(Credential other) {
        return province == other.province
                && kind == other.kind
                && issuer.equals(other.issuer)
                && number.equals(other.number)
                && validFrom.equals(other.validFrom);
    }
}
