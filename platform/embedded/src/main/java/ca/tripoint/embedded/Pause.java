package ca.tripoint.embedded;

/** The short breath between two looks at a server that is starting. */
final class Pause {
    private static final long MILLIS = 50;

    private Pause() {}

    static void briefly() {
        try {
            Thread.sleep(MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for a server", interrupted);
        }
    }
}
