package ca.tripoint.local;

/** The four services. */
public enum Service {
    TRIAGE("triage", 8081),
    THERAPIST("therapist", 8082),
    BOOKING("booking", 8083),
    NOTIFICATION("notification", 8084);

    private final String promise;
    private final int usualPort;

    Service(String promise, int usualPort) {
        this.promise = promise;
        this.usualPort = usualPort;
    }

    public String serviceName() {
        return promise + "-service";
    }

    /** The database it owns, and the user it owns it as. */
    public String database() {
        return promise;
    }

    public int usualPort() {
        return usualPort;
    }
}
