package ca.tripoint.kubernetes;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The variables without which a service does not start in production. */
final class Needs {

    private static final List<String> EVERYONE = List.of(
            "QUARKUS_HTTP_PORT",
            "QUARKUS_DATASOURCE_JDBC_URL",
            "QUARKUS_DATASOURCE_USERNAME",
            "QUARKUS_DATASOURCE_PASSWORD",
            "KAFKA_BOOTSTRAP_SERVERS",
            "TRIPOINT_AUTH_PUBLIC_KEY_LOCATION",
            "TRIPOINT_IDEMPOTENCY_FINGERPRINT_KEY");

    private static final Map<String, List<String>> SOME = Map.of(
            "booking-service", List.of("TRIPOINT_TRIAGE_JWKS_URL", "TRIPOINT_THERAPIST_JWKS_URL"),
            "notification-service",
                    List.of(
                            "TRIPOINT_DELIVERY_SERVER_HOST",
                            "TRIPOINT_DELIVERY_SERVER_PORT",
                            "TRIPOINT_DELIVERY_SENDER",
                            "TRIPOINT_DELIVERY_SERVER_START_TLS",
                            "TRIPOINT_DELIVERY_SERVER_USERNAME",
                            "TRIPOINT_DELIVERY_SERVER_PASSWORD"));

    /** Who needs what, by the switch in the service's own settings. */
    private static final Map<String, String> SWITCHED_ON_BY = Map.of(
            "tripoint.crypto.enabled", "TRIPOINT_CRYPTO_MASTER_KEYSET_LOCATION",
            "tripoint.signing.enabled", "TRIPOINT_SIGNING_PRIVATE_KEY_LOCATION");

    private Needs() {}

    static Set<String> of(String service) throws IOException {
        Set<String> needs = new HashSet<>(EVERYONE);
        needs.addAll(SOME.getOrDefault(service, List.of()));
        needs.addAll(keys(service));
        return needs;
    }

    /** The keys it uses. */
    static Set<String> keys(String service) throws IOException {
        Properties settings = House.applicationProperties(service);
        return SWITCHED_ON_BY.entrySet().stream()
                .filter(key -> Boolean.parseBoolean(settings.getProperty(key.getKey())))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that some service uses. */
    static Collection<String> allKeys() {
        return SWITCHED_ON_BY.values();
    }
}
