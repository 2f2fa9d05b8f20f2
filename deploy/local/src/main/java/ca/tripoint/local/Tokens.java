package ca.tripoint.local;

import ca.tripoint.embedded.keys.Authority;
import ca.tripoint.embedded.keys.KeyFiles;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Bearer tokens of the local system, valid for half a day. */
public final class Tokens {
    private static final Duration VALIDITY = Duration.ofHours(12);

    private final Authority authority;

    Tokens(KeyFiles keys) {
        this.authority = new Authority(keys);
    }

    /** The tokens that a system with this home believes, running or not. */
    public static Tokens of(Home home) {
        return new Tokens(new KeyFiles(home.keys()));
    }

    public String client(UUID subject) {
        return of("client", subject);
    }

    public String therapist(UUID subject) {
        return of("therapist", subject);
    }

    public String ops(UUID subject) {
        return of("ops", subject);
    }

    public String of(String group, UUID subject) {
        return authority.token(subject, List.of(group), VALIDITY);
    }
}
