package ca.tripoint.testkit;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;

/**
 * The services that sign facts, for the tests of those who must bear their moods. What a test changes here it puts right again, with
 * {@link #publish} of the issuer's own key.
 *
 * <pre>{@code
 * Issuers.hang(FactTokens.TRIAGE);                                    // takes requests for its keys and never answers
 * Issuers.fail(FactTokens.TRIAGE);                                    // answers 503
 * Issuers.publish(FactTokens.TRIAGE, FactTokens.TRIAGE, "next");      // has begun a rotation
 * }</pre>
 */
public final class Issuers {
    static final String ADDRESS = "tripoint.testkit.issuers";
    static final String MOOD = "/mood/";

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private Issuers() {}

    /** From now on whoever asks for the keys waits until the issuer behaves otherwise. */
    public static void hang(String issuer) {
        tell(issuer, "hang");
    }

    public static void fail(String issuer) {
        tell(issuer, "fail");
    }

    /** From now on these keys, and no others, are the issuer's. They are made where they are new; each has its name as its id. */
    public static void publish(String issuer, String... keys) {
        tell(issuer, "publish/" + String.join("/", keys));
    }

    /** How often the issuer's keys were asked for. */
    public static int timesAsked(String issuer) {
        return Integer.parseInt(tell(issuer, "asked"));
    }

    private static String tell(String issuer, String what) {
        String address = Objects.requireNonNull(System.getProperty(ADDRESS), "the issuers have not been started");
        try {
            return HTTP.send(
                            HttpRequest.newBuilder(URI.create(address + MOOD + issuer + "/" + what))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException gone) {
            throw new IllegalStateException("the issuers are gone", gone);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
