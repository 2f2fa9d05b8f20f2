package ca.tripoint.booking.clearance;

import ca.tripoint.booking.problem.BookingProblem;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.signing.Fact;
import ca.tripoint.kit.signing.FactRejected;
import ca.tripoint.kit.signing.FactVerifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads clearances and believes only triage-service. */
@ApplicationScoped
public class Clearances {

    private static final String ISSUER = "triage-service";

    private final FactVerifier facts;

    Clearances(FactVerifier facts) {
        this.facts = facts;
    }

    public Clearance verify(@Nullable String token, UUID client) {
        if (token == null || token.isBlank()) {
            throw Refusal.of(BookingProblem.CLEARANCE_MISSING);
        }
        try {
            Fact<Claims> fact = facts.verify(ISSUER, token, client, Claims.class);
            return fact.claims().toClearance(fact);
        } catch (FactRejected rejected) {
            throw Refusal.of(
                    switch (rejected.reason()) {
                        case INVALID -> BookingProblem.CLEARANCE_INVALID;
                        case EXPIRED -> BookingProblem.CLEARANCE_EXPIRED;
                        case FOREIGN -> BookingProblem.CLEARANCE_FOREIGN;
                    });
        }
    }

    record Claims(UUID screeningId, Requirements requires, int sessions) {

        Claims {
            Objects.requireNonNull(screeningId, "screeningId");
            Objects.requireNonNull(requires, "requires");
        }

        Clearance toClearance(Fact<Claims> fact) {
            return new Clearance(fact.id(), screeningId, fact.issuedAt(), requires, sessions);
        }
    }
}
