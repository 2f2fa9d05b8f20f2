package ca.tripoint.local;

import ca.tripoint.embedded.Database;
import ca.tripoint.embedded.keys.Authority;
import ca.tripoint.embedded.keys.KeyFiles;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a service is told by its environment: the same names as in production. */
final class Environment {
    private static final String JWKS = "/.well-known/jwks.json";

    private Environment() {}

    static Map<String, String> of(Service service, LocalSystem system) {
        Map<String, String> environment = new TreeMap<>();
        environment.putAll(forAll(service, system));
        environment.putAll(keys(service, system.keys()));
        List<Map<String, String>> own = switch (service) {
            case TRIAGE -> List.of(encryption(service, system.keys()), signing(service, system.keys()));
            case THERAPIST -> List.of(signing(service, system.keys()));
            case BOOKING -> List.of(encryption(service, system.keys()), trust(system));
            case NOTIFICATION -> List.of(encryption(service, system.keys()), mail(system));
        };
        own.forEach(environment::putAll);
        return environment;
    }

    private static Map<String, String> forAll(Service service, LocalSystem system) {
        Database database = system.database(service);
        return Map.of(
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_HTTP_PORT", Integer.toString(system.url(service).getPort()),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.username(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password(),
                "KAFKA_BOOTSTRAP_SERVERS", system.kafka(),
                // Four JVMs that start at once on a small, busy machine keep each other waiting for their first
                // connection.
                "QUARKUS_FLYWAY_CONNECT_RETRIES", "10",
                // For people's eyes; production logs JSON.
                "QUARKUS_LOG_CONSOLE_JSON_ENABLED", "false",
                "QUARKUS_LOG_CATEGORY__ORG_APACHE_KAFKA__LEVEL", "WARN");
    }

    private static Map<String, String> keys(Service service, KeyFiles keys) {
        return Map.of(
                "TRIPOINT_AUTH_PUBLIC_KEY_LOCATION",
                        new Authority(keys).publicKey().toString(),
                "TRIPOINT_IDEMPOTENCY_FINGERPRINT_KEY", keys.secret(service.serviceName()));
    }

    private static Map<String, String> encryption(Service service, KeyFiles keys) {
        return Map.of(
                "TRIPOINT_CRYPTO_MASTER_KEYSET_LOCATION",
                keys.masterKeyset(service.serviceName()).toString());
    }

    private static Map<String, String> signing(Service service, KeyFiles keys) {
        return Map.of(
                "TRIPOINT_SIGNING_PRIVATE_KEY_LOCATION",
                keys.privateKey(service.serviceName()).toString());
    }

    private static Map<String, String> trust(LocalSystem system) {
        return Map.of(
                "TRIPOINT_TRIAGE_JWKS_URL", system.url(Service.TRIAGE) + JWKS,
                "TRIPOINT_THERAPIST_JWKS_URL", system.url(Service.THERAPIST) + JWKS);
    }

    private static Map<String, String> mail(LocalSystem system) {
        return Map.of(
                "TRIPOINT_DELIVERY_SERVER_HOST", "127.0.0.1",
                "TRIPOINT_DELIVERY_SERVER_PORT", Integer.toString(system.mailPort()),
                "TRIPOINT_DELIVERY_SENDER", "Tripoint <bonjour@tripoint.ca>",
                "TRIPOINT_DELIVERY_SERVER_START_TLS", "DISABLED");
    }
}
