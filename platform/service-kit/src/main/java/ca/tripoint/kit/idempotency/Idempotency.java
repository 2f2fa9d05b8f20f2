package ca.tripoint.kit.idempotency;

import ca.tripoint.kit.json.Json;
import ca.tripoint.kit.problem.CommonProblem;
import ca.tripoint.kit.problem.Refusal;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The {@code Idempotency-Key} of creating POSTs. The key's row is the first thing a command writes: a second request with the
 * same key waits for the first, and then either replays it or, where the first was refused and left nothing, runs in its place.
 * Stored are the id of what was created and a keyed fingerprint of the body, never the body.
 */
@ApplicationScoped
public class Idempotency {

    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9._:-]{1,128}");
    private static final String INSERT = """
            INSERT INTO idempotency (subject, operation, key, fingerprint, resource_id, created_at)
            VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """;
    private static final String SELECT =
            "SELECT fingerprint, resource_id FROM idempotency WHERE subject = ? AND operation = ? AND key = ?";

    private final DataSource database;
    private final Json json;
    private final Clock clock;
    private final IdempotencyConfig config;
    private final SecretKeySpec fingerprintKey;

    Idempotency(DataSource database, Json json, Clock clock, IdempotencyConfig config) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.config = config;
        byte[] key = Base64.getDecoder().decode(config.fingerprintKey());
        if (key.length < 32) {
            throw new IllegalStateException("tripoint.idempotency.fingerprint-key holds fewer than 32 bytes");
        }
        this.fingerprintKey = new SecretKeySpec(key, "HmacSHA256");
    }

    /**
     * Reads the header, before anything else is judged.
     *
     * @param subject who asks: keys of different people never meet
     * @param operation what is asked, as {@code "POST /v1/bookings"}; with the ids of a nested resource
     * @param key value of the {@code Idempotency-Key} header
     * @param body the parsed body; the order of its members does not matter
     */
    public Attempt attempt(UUID subject, String operation, @Nullable String key, Object body) {
        if (key == null || key.isBlank()) {
            throw Refusal.of(CommonProblem.IDEMPOTENCY_KEY_MISSING);
        }
        if (!KEY.matcher(key).matches()) {
            throw Refusal.of(CommonProblem.IDEMPOTENCY_KEY_INVALID);
        }
        return new Attempt(subject, operation, key, fingerprint(json.canonical(body)));
    }

    /**
     * Runs the command unless the same attempt has succeeded before. Call it first in the transaction.
     *
     * @param newId id that the created object will have
     * @param create creates the object under {@code newId}; what it throws rolls the key back too
     * @return the object's id, and whether it was there before
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Outcome once(Attempt attempt, UUID newId, Runnable create) {
        if (insert(attempt, newId)) {
            create.run();
            return new Outcome(newId, false);
        }
        return new Outcome(replay(attempt), true);
    }

    private boolean insert(Attempt attempt, UUID newId) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setObject(1, attempt.subject());
            insert.setString(2, attempt.operation());
            insert.setString(3, attempt.key());
            insert.setBytes(4, attempt.fingerprint());
            insert.setObject(5, newId);
            insert.setObject(6, OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            return insert.executeUpdate() == 1;
        } catch (SQLException failure) {
            throw new IllegalStateException("the idempotency key could not be registered", failure);
        }
    }

    private UUID replay(Attempt attempt) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT)) {
            select.setObject(1, attempt.subject());
            select.setString(2, attempt.operation());
            select.setString(3, attempt.key());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new IllegalStateException("an idempotency key vanished while it was read");
                }
                if (!MessageDigest.isEqual(row.getBytes("fingerprint"), attempt.fingerprint())) {
                    throw Refusal.of(CommonProblem.IDEMPOTENCY_KEY_REUSED);
                }
                return row.getObject("resource_id", UUID.class);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the idempotency key could not be read", failure);
        }
    }

    private byte[] fingerprint(byte[] canonicalBody) {
        try {
            Mac mac = Mac.getInstance(fingerprintKey.getAlgorithm());
            mac.init(fingerprintKey);
            return mac.doFinal(canonicalBody);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java platform", impossible);
        }
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void forgetOldKeys() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("DELETE FROM idempotency WHERE created_at < ?")) {
            delete.setObject(1, OffsetDateTime.ofInstant(clock.instant().minus(config.remembered()), ZoneOffset.UTC));
            delete.executeUpdate();
        }
    }

    /** One request's claim to be the first with its key. */
    public record Attempt(UUID subject, String operation, String key, byte[] fingerprint) {

        @Override
        public String toString() {
            return "Attempt[" + operation + "]";
        }
    }

    /**
     * @param resourceId id of what was created
     * @param replayed whether an earlier request created it
     */
    public record Outcome(UUID resourceId, boolean replayed) {

        /** Says in the answer that it is a replay, if it is one. */
        public Response.ResponseBuilder told(Response.ResponseBuilder answer) {
            return replayed ? answer.header("Idempotency-Replayed", true) : answer;
        }
    }
}
