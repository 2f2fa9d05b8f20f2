package ca.tripoint.kit.signing;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.Key;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.Use;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * The public keys of one issuer, by their ids. A thread of its own fetches them; whoever checks a fact looks only at what was
 * fetched before and never waits. An id that is not among them makes the thread look again soon, since the issuer may have begun to
 * sign with another key; while the issuer is away, what is known stays known.
 */
final class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    private final String issuer;
    private final SigningConfig.Trusted trusted;
    private final SigningConfig.Fetching fetching;
    private final HttpClient http;
    private final Semaphore asked = new Semaphore(0);
    private final CountDownLatch tried = new CountDownLatch(1);
    private volatile Map<String, Key> known = Map.of();
    private boolean reachable = true;
    private @Nullable Thread thread;

    IssuerKeys(String issuer, SigningConfig.Trusted trusted, SigningConfig.Fetching fetching, HttpClient http) {
        this.issuer = issuer;
        this.trusted = trusted;
        this.fetching = fetching;
        this.http = http;
    }

    void start() {
        thread = Thread.ofVirtual().name("keys of " + issuer).start(this::keepAtHand);
    }

    /** Waits until the issuer has been asked once, for as long as that may take, whatever it answered. */
    void awaitFirstAttempt() throws InterruptedException {
        if (!tried.await(fetching.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
            LOG.debugf("%s has not told its keys yet", issuer);
        }
    }

    void stop() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Whether the issuer has ever been reached. Until then nothing can be said of what it signed. */
    boolean areKnown() {
        return !known.isEmpty();
    }

    Key named(@Nullable String id) throws UnresolvableKeyException {
        Key key = id == null ? null : known.get(id);
        if (key == null) {
            asked.release();
            throw new UnresolvableKeyException(issuer + " has published no key of this id");
        }
        return key;
    }

    private void keepAtHand() {
        try {
            while (true) {
                asked.drainPermits();
                boolean fetched = fetch();
                tried.countDown();
                TimeUnit.MILLISECONDS.sleep(fetching.pause().toMillis());
                if (fetched && asked.tryAcquire(kept().toMillis(), TimeUnit.MILLISECONDS)) {
                    LOG.debugf("a key of %s is not known, looking again", issuer);
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration kept() {
        return trusted.cache().minus(fetching.pause());
    }

    private boolean fetch() throws InterruptedException {
        Map<String, Key> published = published();
        boolean fetched = !published.isEmpty();
        if (fetched) {
            known = published;
        }
        if (fetched != reachable) {
            reachable = fetched;
            LOG.infof(fetched ? "the keys of %s are known" : "the keys of %s are out of reach, trying again", issuer);
        }
        return fetched;
    }

    /** None where the issuer cannot be reached, answers anything else, or does not answer in time. */
    private Map<String, Key> published() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> answer =
                http.sendAsync(HttpRequest.newBuilder(trusted.jwksUrl()).build(), HttpResponse.BodyHandlers.ofString());
        try {
            HttpResponse<String> response = answer.get(fetching.timeout().toMillis(), TimeUnit.MILLISECONDS);
            return response.statusCode() == 200 ? keys(response.body()) : Map.of();
        } catch (ExecutionException | TimeoutException | JoseException | RuntimeException unreachable) {
            LOG.debugf(unreachable, "no keys from %s", issuer);
            return Map.of();
        } finally {
            answer.cancel(true);
        }
    }

    private static Map<String, Key> keys(String jwks) throws JoseException {
        Map<String, Key> keys = new HashMap<>();
        for (JsonWebKey key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
            if (key instanceof RsaJsonWebKey rsa && rsa.getKeyId() != null && !Use.ENCRYPTION.equals(rsa.getUse())) {
                keys.put(rsa.getKeyId(), rsa.getPublicKey());
            }
        }
        return Map.copyOf(keys);
    }
}
