package ca.tripoint.kittest;

import static ca.tripoint.testkit.FactTokens.TRIAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.signing.FactRejected;
import ca.tripoint.kit.signing.FactRejected.Reason;
import ca.tripoint.kit.signing.FactVerifier;
import ca.tripoint.testkit.FactTokens;
import ca.tripoint.testkit.Issuers;
import ca.tripoint.testkit.TripointInfrastructure;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Keys are fetched in the background: whoever checks a fact never waits for its issuer. */
@QuarkusTest
@QuarkusTestResource(TripointInfrastructure.class)
class IssuersTest {

    private static final String UNKNOWN = "nobody-knows";

    private final UUID client = UUID.randomUUID();
    private final FactTokens.Fact good = FactTokens.clearance(client).forAudience("kit-service");
    private final String next = "next-" + client;

    @Inject
    FactVerifier verifier;

    @AfterEach
    void put_right() {
        Issuers.publish(TRIAGE, TRIAGE);
        await().until(() -> isBelieved(good.sign()));
    }

    @Test
    void a_key_that_the_issuer_rotates_to_is_picked_up_and_one_that_it_gave_up_is_forgotten() {
        Issuers.publish(TRIAGE, TRIAGE, next);
        String signedAnew = good.keyed(next).signUnder(next);
        assertThat(isBelieved(good.sign())).isTrue();

        await().until(() -> isBelieved(signedAnew));
        assertThat(isBelieved(good.sign())).isTrue();

        Issuers.publish(TRIAGE, next);
        assertThat(isBelieved(good.signUnder(UNKNOWN))).isFalse();
        await().until(() -> !isBelieved(good.sign()));
        assertThat(isBelieved(signedAnew)).isTrue();
    }

    @Test
    void while_the_issuer_is_away_known_keys_serve_and_it_is_asked_again_until_it_is_back() {
        Issuers.fail(TRIAGE);
        isBelieved(good.signUnder(UNKNOWN));
        int asked = Issuers.timesAsked(TRIAGE);

        await().until(() -> Issuers.timesAsked(TRIAGE) > asked + 3);
        assertThat(isBelieved(good.sign())).isTrue();

        Issuers.publish(TRIAGE, TRIAGE, next);
        await().until(() -> isBelieved(good.keyed(next).signUnder(next)));
    }

    @Test
    void an_issuer_that_never_answers_is_given_up_and_asked_again() {
        Issuers.hang(TRIAGE);
        isBelieved(good.signUnder(UNKNOWN));
        int asked = Issuers.timesAsked(TRIAGE);

        await().until(() -> Issuers.timesAsked(TRIAGE) > asked + 1);

        assertThat(isBelieved(good.sign())).isTrue();
        assertThat(isBelieved(good.signUnder(UNKNOWN))).isFalse();
    }

    @Test
    void an_issuer_that_publishes_nothing_changes_nothing() {
        Issuers.publish(TRIAGE);
        isBelieved(good.signUnder(UNKNOWN));
        int asked = Issuers.timesAsked(TRIAGE);

        await().until(() -> Issuers.timesAsked(TRIAGE) > asked + 1);

        assertThat(isBelieved(good.sign())).isTrue();
    }

    @Test
    void of_an_issuer_that_was_never_reached_nothing_can_be_said() {
        assertThatThrownBy(() ->
                        verifier.verify("absent-service", good.sign(), client, FactsAndSecretsTest.Clearance.class))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(CommonProblem.TEMPORARILY_UNAVAILABLE));
    }

    private boolean isBelieved(String token) {
        try {
            verifier.verify(TRIAGE, token, client, FactsAndSecretsTest.Clearance.class);
            return true;
        } catch (FactRejected rejected) {
            assertThat(rejected.reason()).isEqualTo(Reason.INVALID);
            return false;
        }
    }
}
