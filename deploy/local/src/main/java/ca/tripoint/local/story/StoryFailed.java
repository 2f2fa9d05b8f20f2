package ca.tripoint.local.story;

/** A step did not go as the story says. */
public final class StoryFailed extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final String step;

    StoryFailed(String step, String expectation, Object seen) {
        super("In step “" + step + "”: " + expectation + " — instead: " + seen);
        this.step = step;
    }

    public String step() {
        return step;
    }
}
