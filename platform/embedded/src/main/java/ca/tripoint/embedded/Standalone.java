package ca.tripoint.embedded;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;

/** A server as a process of its own: it runs until it is terminated and then stops in order. */
final class Standalone {
    private static final PrintStream LOG = System.out;

    private Standalone() {}

    static void untilTerminated(String what, AutoCloseable server) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(what, server), "shutdown"));
        LOG.println(what + " is ready");
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Called when the server ended by itself; a no-op while we are already shutting down. */
    static void end(int code) {
        Thread exit = new Thread(() -> System.exit(code), "exit");
        exit.setDaemon(true);
        exit.start();
    }

    private static void close(String what, AutoCloseable server) {
        try {
            server.close();
            LOG.println(what + " has stopped");
        } catch (Exception failed) {
            LOG.println(what + " did not stop in order: " + failed);
        }
    }
}
