package ca.tripoint.local;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the launcher expects of a service's jar: it reads its port from the environment, gets ready and answers. Of therapists it
 * remembers the ids. A path named by the file {@code refused-path} in the jar is refused.
 */
final class StandInService {
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Set<String> THERAPISTS = ConcurrentHashMap.newKeySet();

    private StandInService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        String refused = refusedPath();
        server.createContext("/", exchange -> {
            try (exchange) {
                String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
                if (exchange.getRequestURI().getPath().equals(refused)) {
                    answer(exchange, 422, "{\"code\":\"validation-failed\"}");
                } else if (exchange.getRequestMethod().equals("POST")) {
                    create(exchange, body);
                } else {
                    answer(
                            exchange,
                            200,
                            "{\"database\":\"%s\",\"therapists\":%d}"
                                    .formatted(System.getenv("QUARKUS_DATASOURCE_USERNAME"), THERAPISTS.size()));
                }
            }
        });
        server.start();
    }

    private static void create(HttpExchange exchange, String body) throws IOException {
        Matcher id = ID.matcher(body);
        if (id.find() && !THERAPISTS.add(id.group(1))) {
            answer(exchange, 409, "{\"code\":\"therapist-exists\"}");
        } else {
            answer(exchange, 201, "{}");
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    private static String refusedPath() throws IOException {
        try (InputStream named = StandInService.class.getResourceAsStream("/refused-path")) {
            return named == null ? "" : new String(named.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
