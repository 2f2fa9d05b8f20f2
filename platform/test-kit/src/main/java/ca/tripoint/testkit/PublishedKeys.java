package ca.tripoint.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * The public keys of the services that sign facts, where each would publish them. {@link Issuers} tells it over HTTP how to behave:
 * a Quarkus test sees this class through another class loader.
 */
final class PublishedKeys implements AutoCloseable {
    private static final String PATH = "/.well-known/jwks.json";

    private final Map<String, Issuer> issuers;
    private final HttpServer server;
    private final ExecutorService handlers = Executors.newVirtualThreadPerTaskExecutor();

    PublishedKeys() throws IOException {
        // Made now: a test and the service under test must not both be the first to need them.
        TestKeys.files().rsa(FactTokens.TRIAGE);
        TestKeys.files().rsa(FactTokens.THERAPIST);
        issuers = Map.of(
                FactTokens.TRIAGE, new Issuer(FactTokens.TRIAGE),
                FactTokens.THERAPIST, new Issuer(FactTokens.THERAPIST));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(handlers);
        server.createContext("/", this::publish);
        server.createContext(Issuers.MOOD, this::change);
        server.start();
        System.setProperty(Issuers.ADDRESS, address());
    }

    private String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String urlOf(String issuer) {
        return address() + "/" + issuer + PATH;
    }

    private void publish(HttpExchange exchange) throws IOException {
        try (exchange) {
            Issuer issuer = issuers.get(
                    exchange.getRequestURI().getPath().replace(PATH, "").substring(1));
            if (issuer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            issuer.asked.incrementAndGet();
            Mood mood = issuer.mood;
            switch (mood) {
                case Publishing publishing -> answer(exchange, 200, publishing.jwks());
                case Failing failing -> answer(exchange, 503, "{}");
                case Hanging hanging -> hanging.end.await();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code /mood/triage-service/hang}, see {@link Issuers}. */
    private void change(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] told = exchange.getRequestURI()
                    .getPath()
                    .substring(Issuers.MOOD.length())
                    .split("/");
            Issuer issuer = issuers.get(told[0]);
            if (issuer == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            switch (told[1]) {
                case "hang" -> issuer.become(new Hanging(new CountDownLatch(1)));
                case "fail" -> issuer.become(new Failing());
                case "publish" -> issuer.become(new Publishing(List.of(told).subList(2, told.length)));
                default -> {}
            }
            answer(exchange, 200, Integer.toString(issuer.asked.get()));
        }
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        issuers.values().forEach(issuer -> issuer.become(new Failing()));
        server.stop(0);
        handlers.shutdownNow();
    }

    private static final class Issuer {
        private final AtomicInteger asked = new AtomicInteger();
        private volatile Mood mood;

        Issuer(String name) {
            mood = new Publishing(List.of(name));
        }

        /** Who hangs is let go without an answer. */
        synchronized void become(Mood next) {
            Mood before = mood;
            mood = next;
            if (before instanceof Hanging hanging) {
                hanging.end.countDown();
            }
        }
    }

    private sealed interface Mood {}

    private record Publishing(List<String> keys) implements Mood {
        Publishing {
            keys.forEach(TestKeys.files()::rsa);
        }

        String jwks() {
            return new JsonWebKeySet(keys.stream().map(Publishing::key).toList()).toJson();
        }

        private static JsonWebKey key(String name) {
            RsaJsonWebKey key =
                    new RsaJsonWebKey((RSAPublicKey) TestKeys.files().rsa(name).getPublic());
            key.setKeyId(name);
            key.setAlgorithm("RS256");
            key.setUse("sig");
            return key;
        }
    }

    private record Failing() implements Mood {}

    private record Hanging(CountDownLatch end) implements Mood {}
}
