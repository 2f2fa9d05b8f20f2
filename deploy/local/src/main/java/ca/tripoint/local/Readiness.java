package ca.tripoint.local;

import ca.tripoint.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;

/** Whether something answers as it should. */
final class Readiness {
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private Readiness() {}

    static boolean ofPostgres(Path home, int port) {
        try (Connection connection = EmbeddedPostgres.administration(home, port).connect()) {
            return connection.isValid((int) ANSWER.toSeconds());
        } catch (IOException | SQLException notYet) {
            return false;
        }
    }

    static boolean ofKafka(String bootstrapServers) {
        if (!ofPort(Integer.parseInt(bootstrapServers.replaceAll(".*:", "")))) {
            return false;
        }
        Map<String, Object> settings =
                Map.of("bootstrap.servers", bootstrapServers, "request.timeout.ms", (int) ANSWER.toMillis());
        try (Admin admin = Admin.create(settings)) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean ofPort(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    static boolean ofService(URI url) {
        try (HttpClient client = HttpClient.newBuilder().connectTimeout(ANSWER).build()) {
            HttpRequest request = HttpRequest.newBuilder(url.resolve("/q/health/ready"))
                    .timeout(ANSWER)
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
