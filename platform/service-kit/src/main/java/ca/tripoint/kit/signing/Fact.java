package ca.tripoint.kit.signing;

import java.time.Instant;
import java.util.UUID;

/**
 * A fact that another service signed, checked.
 *
 * @param id its {@code jti}
 * @param claims its members, read into the record that the verifier asked for
 */
public record Fact<T>(UUID id, UUID subject, Instant issuedAt, Instant expiresAt, T claims) {}
