package ca.tripoint.kubernetes;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The variables without which a service does not start in production. */
final class Needs {

    private static final List<String> EVERYONE = List.of(
            "QUARKUS_HTTP_PORT",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "TRIPOINT_AUTH_PUBLIC_KEY_LOCATION",
            "TRIPOINT_CRYPTO_MASTER_KEYSET_LOCATION",
            "TRIPOINT_IDEMPOTENCY_FINGERPRINT_KEY");

    private static final Map<String, List<String>> SOME = Map.of(
            "triage-service", List.of("TRIPOINT_SIGNING_PRIVATE_KEY_LOCATION"),
            "therapist-service", List.of("TRIPOINT_SIGNING_PRIVATE_KEY_LOCATION"),
            "booking-service", List.of("TRIPOINT_TRIAGE_JWKS_URL", "TRIPOINT_THERAPIST_JWKS_URL"),
            "notification-service",
                    List.of(
                            "QUARKUS_MAILER_HOST",
                            "QUARKUS_MAILER_PORT",
                            "QUARKUS_MAILER_FROM",
                            "QUARKUS_MAILER_START_TLS",
                            "QUARKUS_MAILER_USERNAME",
                            "QUARKUS_MAILER_PASSWORD"));

    private Needs() {}

    static Set<String> of(String service) {
        Set<String> needs = new HashSet<>(EVERYONE);
        needs.addAll(SOME.getOrDefault(service, List.of()));
        return needs;
    }
}
