package ca.tripoint.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.interfaces.RSAPublicKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;

/** The public keys of the services that sign facts, where each would publish them. */
final class PublishedKeys implements AutoCloseable {
    private static final String PATH = "/.well-known/jwks.json";

    private final HttpServer server;

    PublishedKeys() throws IOException {
        // Made now: a test and the service under test must not both be the first to need them.
        TestKeys.files().rsa(FactTokens.TRIAGE);
        TestKeys.files().rsa(FactTokens.THERAPIST);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", PublishedKeys::publish);
        server.start();
    }

    String urlOf(String issuer) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + issuer + PATH;
    }

    private static void publish(HttpExchange exchange) throws IOException {
        try (exchange) {
            String issuer = exchange.getRequestURI().getPath().replace(PATH, "").substring(1);
            if (!issuer.equals(FactTokens.TRIAGE) && !issuer.equals(FactTokens.THERAPIST)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            RsaJsonWebKey key = new RsaJsonWebKey(
                    (RSAPublicKey) TestKeys.files().rsa(issuer).getPublic());
            key.setKeyId(issuer);
            key.setAlgorithm("RS256");
            key.setUse("sig");
            byte[] body = new JsonWebKeySet(key).toJson().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
