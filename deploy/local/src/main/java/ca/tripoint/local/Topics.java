package ca.tripoint.local;

import ca.tripoint.contracts.Topic;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The topics of the contracts, each with its dead letters beside it. */
final class Topics {
    static final int PARTITIONS = 3;

    private Topics() {}

    static List<String> all() {
        return Arrays.stream(Topic.values())
                .map(Topic::topicName)
                .flatMap(name -> Stream.of(name, name + Topic.DEAD_LETTER_SUFFIX))
                .toList();
    }
}
