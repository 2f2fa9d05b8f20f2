package ca.tripoint.e2e;

import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.story.Narrator;
import ca.tripoint.local.story.Stories;
import ca.tripoint.local.story.Story;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(RunningSystem.class)
class StoriesTest {

    static Stream<Story> stories() {
        return Stories.all().stream();
    }

    @ParameterizedTest
    @MethodSource("stories")
    void what_the_demo_tells_is_true(Story story, LocalSystem system) {
        Narrator narrator = new Narrator(System.out);
        narrator.title(story.name());

        story.play(narrator, system);
    }
}
