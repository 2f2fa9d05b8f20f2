package ca.tripoint.testkit;

import ca.tripoint.embedded.Database;
import ca.tripoint.embedded.keys.Authority;
import ca.tripoint.embedded.keys.KeyFiles;
import ca.tripoint.testkit.infrastructure.SharedServers;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives the service under test a database of its own, a broker of its own, and keys. Use it with
 * {@code @QuarkusTestResource(value = TripointInfrastructure.class, restrictToAnnotatedClass = false)}.
 */
public final class TripointInfrastructure implements QuarkusTestResourceLifecycleManager {
    static final String KAFKA = "tripoint.testkit.kafka";

    private @Nullable PublishedKeys published;

    @Override
    public Map<String, String> start() {
        SharedServers servers = SharedServers.ofThisBuild();
        Database database = servers.newDatabase();
        String broker = servers.broker();
        System.setProperty(KAFKA, broker);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", database.username());
        config.put("quarkus.datasource.password", database.password());
        config.put("kafka.bootstrap.servers", broker);
        config.put("quarkus.http.test-port", "0");
        config.put("quarkus.log.category.\"org.apache.kafka\".level", "WARN");
        config.putAll(keys());
        return config;
    }

    private Map<String, String> keys() {
        PublishedKeys published = publish();
        KeyFiles files = TestKeys.files();
        String triage = published.urlOf(FactTokens.TRIAGE);
        String therapist = published.urlOf(FactTokens.THERAPIST);
        return Map.of(
                "tripoint.auth.public-key-location",
                new Authority(files).publicKey().toString(),
                "tripoint.signing.private-key-location",
                files.privateKey("own").toString(),
                "tripoint.triage.jwks-url",
                triage,
                "tripoint.therapist.jwks-url",
                therapist,
                "tripoint.signing.also-published-locations",
                files.publicKey("next").toString(),
                "tripoint.crypto.master-keyset-location",
                files.masterKeyset("master").toString(),
                "tripoint.idempotency.fingerprint-key",
                files.secret("fingerprint"));
    }

    private PublishedKeys publish() {
        try {
            PublishedKeys keys = new PublishedKeys();
            published = keys;
            return keys;
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not publish the test keys", failed);
        }
    }

    @Override
    public void stop() {
        if (published != null) {
            published.close();
        }
    }
}
