package ca.tripoint.local.command;

import ca.tripoint.local.Service;
import ca.tripoint.local.State;
import ca.tripoint.local.State.PartState;
import ca.tripoint.local.story.Journey;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What runs where, and how to talk to it. */
final class Overview {
    private final PrintStream out;
    private final State state;

    Overview(PrintStream out, State state) {
        this.out = out;
        this.state = state;
    }

    void print() {
        out.printf("%n%-22s %-28s %-40s %s%n", "SERVICE", "URL", "SWAGGER UI", "LOG");
        services()
                .forEach(part -> out.printf(
                        "%-22s %-28s %-40s %s%n", part.name(), part.url(), part.url() + "/q/swagger-ui", part.log()));
        out.printf("%n%-22s %s%n", "PostgreSQL", part("postgres").url());
        out.printf("%-22s %s%n", "Kafka", state.kafka());
        out.printf("%-22s %s, delivered to %s%n", "SMTP", part("mail").url(), state.mailFolder());
        out.println("\nStart a service again after it has ended:");
        services().forEach(part -> out.println("  " + part.restart()));
        printCommands();
    }

    private void printCommands() {
        LocalDate day = Journey.inDays(7);
        String therapist = url(Service.THERAPIST);
        out.printf(
                """

                Ready to paste:
                  TOKEN=$(./dev token client | tail -1)
                  curl -s -H "Authorization: Bearer $TOKEN" %s/v1/questionnaires/sciatica-ca
                  curl -s -H "Authorization: Bearer $TOKEN" '%s/v1/coverage?postalCode=H2X1Y4'
                  curl -s -H "Authorization: Bearer $TOKEN" '%s/v1/slots?postalCode=H2X1Y4&from=%s&to=%s&duration=60'
                  curl -s -H "Authorization: Bearer $TOKEN" %s/v1/bookings
                  curl -s -H "Authorization: Bearer $TOKEN" %s/v1/notifications
                """,
                url(Service.TRIAGE), therapist, therapist, day, day, url(Service.BOOKING), url(Service.NOTIFICATION));
    }

    private Stream<PartState> services() {
        return state.parts().stream().filter(part -> part.name().endsWith("-service"));
    }

    private String url(Service service) {
        return part(service.serviceName()).url();
    }

    private PartState part(String name) {
        return state.parts().stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
