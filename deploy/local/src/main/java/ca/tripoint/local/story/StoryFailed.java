package ca.tripoint.local.story;

/** A step did not go as the story says. */
public final class StoryFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    StoryFailed(String step, String expectation, Object seen) {
        super("In step “" + step + "”: " + expectation + " — instead: " + seen);
    }
}
