package ca.tripoint.contracts;

import java.util.Arrays;

/** The Kafka topics. Each is keyed by one aggregate's id, so that what happens to it stays in order. */
public enum Topic {
    /** Keyed by the client's id: a screening speaks about its client. */
    TRIAGE_SCREENINGS("triage.screenings"),
    /** Keyed by the therapist's id. */
    THERAPIST_ROSTER("therapist.roster"),
    /** Keyed by the booking's id. */
    BOOKING_SESSIONS("booking.sessions");

    /** What could not be handled, with the reason in its headers, lies in the topic of this name beside the original. */
    public static final String DEAD_LETTER_SUFFIX = ".dead-letter";

    private final String topicName;

    Topic(String topicName) {
        this.topicName = topicName;
    }

    public String topicName() {
        return topicName;
    }

    public static Topic named(String topicName) {
        return Arrays.stream(values())
                .filter(topic -> topic.topicName.equals(topicName))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown topic " + topicName));
    }
}
