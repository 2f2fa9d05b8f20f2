package ca.tripoint.local.story;

import java.io.PrintStream;

/** Tells a story in plain words: numbered steps, what came of each, and whether that is as it should be. */
public final class Narrator {
    private final PrintStream out;
    private int number;
    private String step = "";

    public Narrator(PrintStream out) {
        this.out = out;
    }

    /** Begins a story. */
    public void title(String name) {
        number = 0;
        out.printf("%n%s%n", name);
    }

    /** Begins a step: what somebody does. */
    public void step(String what) {
        number++;
        step = what;
        out.printf("%n  %2d. %s%n", number, what);
    }

    /** Tells what came back, travelled or landed. */
    public void tell(String what) {
        out.println("      " + what);
    }

    /**
     * Tells that something is as it should be, or ends the story.
     *
     * @param what an expectation, such as {@code the slot is gone}
     * @param seen what there is instead, such as the answer
     */
    public void expect(String what, boolean holds, Object seen) {
        if (!holds) {
            out.println("    ✗ " + what);
            throw new StoryFailed(step, what, seen);
        }
        out.println("    ✓ " + what);
    }

    /** The step that is being told. */
    public String currentStep() {
        return step;
    }
}
