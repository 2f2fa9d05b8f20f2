package ca.tripoint.local;

import ca.tripoint.embedded.Folders;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What runs where, as {@code state.json} keeps it for those who come later: {@code down}, {@code status}, other tools. */
public record State(
        String home,
        boolean detached,
        Running launcher,
        String kafka,
        int smtpPort,
        String mailFolder,
        List<PartState> parts) {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    public State {
        parts = List.copyOf(parts);
    }

    /** A process and when it began: together they name it for good. */
    public record Running(long pid, @Nullable Instant started) {
        static Running of(ProcessHandle process) {
            return new Running(process.pid(), process.info().startInstant().orElse(null));
        }

        Optional<ProcessHandle> process() {
            return ProcessHandle.of(pid)
                    .filter(ProcessHandle::isAlive)
                    .filter(process -> process.info().startInstant().equals(Optional.ofNullable(started)));
        }
    }

    /**
     * @param url     the service's address, or a JDBC or bootstrap address
     * @param restart the command that starts it again by hand
     */
    public record PartState(
            String name,
            int port,
            String url,
            String log,
            String restart,
            @Nullable Running running) {}

    static State of(LocalSystem system) {
        List<PartState> parts = new ArrayList<>();
        system.parts().forEach(part -> parts.add(describe(part)));
        return new State(
                system.home().folder().toString(),
                system.options().detached(),
                Running.of(ProcessHandle.current()),
                system.kafka(),
                system.mailPort(),
                system.home().mail().toString(),
                parts);
    }

    private static PartState describe(Part part) {
        String address = "127.0.0.1:" + part.port();
        String url = switch (part.name()) {
            case "postgres" -> "jdbc:postgresql://" + address + "/";
            case "kafka" -> address;
            case "mail" -> "smtp://" + address;
            default -> "http://" + address;
        };
        return new PartState(
                part.name(),
                part.port(),
                url,
                part.log().toString(),
                part.script().toString(),
                part.process().map(Running::of).orElse(null));
    }

    void save() {
        try {
            Folders.writeSecret(new Home(Path.of(home)).state(), JSON.writeValueAsString(this) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Optional<State> read(Home home) {
        try {
            return Files.exists(home.state())
                    ? Optional.of(JSON.readValue(Files.readString(home.state()), State.class))
                    : Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Could not read " + home.state(), unreadable);
        }
    }

    static void forget(Home home) {
        try {
            Files.deleteIfExists(home.state());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The part's process: the one recorded, or the one a person started since. */
    public Optional<ProcessHandle> processOf(PartState part) {
        Optional<ProcessHandle> recorded = Optional.ofNullable(part.running()).flatMap(Running::process);
        return recorded.isPresent() ? recorded : Part.process(new Home(Path.of(home)), part.name());
    }

    static void refuseIfRunning(Home home) {
        read(home).filter(State::hasRunningParts).ifPresent(state -> {
            throw new Refused("Tripoint is already running from " + home.folder() + ". End it with ./dev down.");
        });
    }

    public boolean hasRunningParts() {
        return parts.stream().anyMatch(part -> processOf(part).isPresent());
    }

    /** Ends exactly what is recorded here: first the launcher that would mourn, then the services, then the engines. */
    public void end() {
        if (!detached) {
            launcher.process().ifPresent(process -> Part.end(List.of(process)));
        }
        List<PartState> lastFirst = new ArrayList<>(parts);
        Collections.reverse(lastFirst);
        for (boolean services : new boolean[] {true, false}) {
            Part.end(lastFirst.stream()
                    .filter(part -> part.name().endsWith("-service") == services)
                    .flatMap(part -> processOf(part).stream())
                    .toList());
        }
        forget(new Home(Path.of(home)));
    }
}
