package ca.tripoint.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** What the launcher expects of a service's jar: it reads its port from the environment, gets ready and answers. */
final class StandInService {
    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                byte[] body = "{\"database\":\"%s\",\"key\":\"%s\"}"
                        .formatted(
                                System.getenv("QUARKUS_DATASOURCE_USERNAME"),
                                exchange.getRequestHeaders().getFirst("Idempotency-Key"))
                        .getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(exchange.getRequestMethod().equals("POST") ? 201 : 200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }
}
