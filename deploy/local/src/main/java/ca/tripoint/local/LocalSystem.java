package ca.tripoint.local;

import ca.tripoint.embedded.Database;
import ca.tripoint.embedded.EmbeddedKafka;
import ca.tripoint.embedded.EmbeddedMail;
import ca.tripoint.embedded.EmbeddedPostgres;
import ca.tripoint.embedded.Folders;
import ca.tripoint.embedded.Mailbox;
import ca.tripoint.embedded.keys.KeyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The system: PostgreSQL with a database for each service, Kafka, SMTP, and the four services as they ship, each a process
 * of its own on loopback.
 */
public final class LocalSystem implements AutoCloseable {
    private final Options options;
    private final Home home;
    private final KeyFiles keys;
    private final Part postgres;
    private final Part kafka;
    private final Part mail;
    private final Map<Service, Part> services = new EnumMap<>(Service.class);
    private boolean keepLogs;
    private boolean outlivesUs;
    private boolean closed;

    private LocalSystem(Options options) {
        this.options = options;
        home = options.home().prepared();
        keys = new KeyFiles(home.keys());
        Programs programs = new Programs(options);

        postgres = programs.engine("postgres", EmbeddedPostgres.class, home.postgres());
        kafka = programs.engine("kafka", EmbeddedKafka.class, home.kafka());
        mail = programs.engine("mail", EmbeddedMail.class, home.mail());
        for (Service service : options.services()) {
            services.put(service, programs.service(service, options.ports().of(service)));
        }
    }

    /** Starts everything and returns when every service is ready; ends what it started if that fails. */
    public static LocalSystem start(Options options) {
        refuseWhatCannotStart(options);
        return started(options);
    }

    /** The same, after forgetting all data; nothing is forgotten for a system that cannot start. */
    public static LocalSystem startFresh(Options options) {
        refuseWhatCannotStart(options);
        options.home().empty();
        return started(options);
    }

    private static void refuseWhatCannotStart(Options options) {
        State.refuseIfRunning(options.home());
        Programs.refuseUnbuilt(options);
        options.ports().refuseIfTaken();
    }

    private static LocalSystem started(Options options) {
        options.out().println("Starting Tripoint " + (options.ports().areUsual() ? "…" : "on free ports …"));
        LocalSystem system = new LocalSystem(options);
        Runtime.getRuntime().addShutdownHook(new Thread(system::endWithUs, "stop"));
        try {
            system.start();
            system.outlivesUs = options.detached();
            return system;
        } catch (RuntimeException failed) {
            system.keepLogs = true;
            system.close();
            throw failed;
        }
    }

    private void start() {
        Progress progress = new Progress(options.out());
        List.of(postgres, kafka, mail).forEach(part -> part.start(options.detached()));
        State.of(this).save();
        progress.await("PostgreSQL", postgres, () -> Readiness.ofPostgres(home.postgres(), postgres.port()));
        progress.await("Kafka", kafka, () -> Readiness.ofKafka(kafka()));
        progress.await("SMTP", mail, () -> Readiness.ofPort(mail.port()));
        createDatabases();
        createTopics();
        services.forEach((service, part) -> {
            part.tell(Environment.of(service, this));
            part.start(options.detached());
        });
        State.of(this).save();
        services.forEach((service, part) ->
                progress.await(service.serviceName(), part, () -> Readiness.ofService(url(service))));
        // Again: a process that has only just begun has not left its id yet.
        State.of(this).save();
    }

    private void createDatabases() {
        try {
            for (Service service : Service.values()) {
                EmbeddedPostgres.createDatabase(
                        administration(), service.database(), keys.password(service.database()));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("Could not create the databases", failed);
        }
    }

    private void createTopics() {
        try {
            EmbeddedKafka.createTopics(kafka(), Topics.all(), Topics.PARTITIONS);
        } catch (IOException failed) {
            throw new UncheckedIOException("Could not create the topics", failed);
        }
    }

    public URI url(Service service) {
        return URI.create("http://127.0.0.1:" + part(service).port());
    }

    /** A client of the service's API. */
    public Api api(Service service) {
        return new Api(url(service));
    }

    public Tokens tokens() {
        return new Tokens(keys);
    }

    /** What a service is told: a program that stands beside it needs the same. */
    public Map<String, String> environment(Service service) {
        return Environment.of(service, this);
    }

    /** Kafka's bootstrap address. */
    public String kafka() {
        return "127.0.0.1:" + kafka.port();
    }

    int mailPort() {
        return mail.port();
    }

    /** All mail that was sent, whoever it was for. */
    public Mailbox mailbox() {
        return new Mailbox(home.mail());
    }

    /** A service's database, seen as that service sees it. */
    public Database database(Service service) {
        String url = "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/" + service.database();
        return new Database(url, service.database(), keys.password(service.database()));
    }

    /** The whole server, seen as its superuser: for statistics. */
    public Database administration() {
        try {
            return EmbeddedPostgres.administration(home.postgres(), postgres.port());
        } catch (IOException notYet) {
            throw new UncheckedIOException(notYet);
        }
    }

    public Path log(Service service) {
        return part(service).log();
    }

    /** The command that starts the service again after it has ended. */
    public Path restartCommand(Service service) {
        return part(service).script();
    }

    /** Ends a service as a power cut would. */
    public void kill(Service service) {
        part(service).kill();
    }

    /** Starts a service that has ended, and returns when it is ready. */
    public void restart(Service service) {
        part(service).start(options.detached());
        new Progress(options.out())
                .await(service.serviceName(), part(service), () -> Readiness.ofService(url(service)));
        State.of(this).save();
    }

    /** Tells, once, of each part that ends by itself. */
    public void onLoss(Consumer<Part> action) {
        parts().forEach(part -> part.onExit(() -> action.accept(part)));
    }

    Options options() {
        return options;
    }

    Home home() {
        return home;
    }

    KeyFiles keys() {
        return keys;
    }

    Stream<Part> parts() {
        return Stream.concat(Stream.of(postgres, kafka, mail), services.values().stream());
    }

    private Part part(Service service) {
        Part part = services.get(service);
        if (part == null) {
            throw new IllegalArgumentException("no such service: " + service);
        }
        return part;
    }

    /** Somebody will want to read the logs of this temporary system after its end. */
    public void keepLogs() {
        keepLogs = true;
    }

    private void endWithUs() {
        if (!outlivesUs) {
            close();
        }
    }

    /** Ends the services, then what they stand on. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        options.out().println("\nStopping …");
        Part.stopAll(List.copyOf(services.values()));
        Part.stopAll(List.of(kafka, mail));
        Part.stopAll(List.of(postgres));
        State.forget(home);
        if (!options.temporary()) {
            options.out().println("Stopped; the data stay in " + home.folder());
        } else if (keepLogs) {
            home.keepOnlyLogs();
            options.out().println("Stopped; the logs stay in " + home.logs());
        } else {
            Folders.delete(home.folder());
        }
    }
}
