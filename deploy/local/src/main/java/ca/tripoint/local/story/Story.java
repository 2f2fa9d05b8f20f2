package ca.tripoint.local.story;

import ca.tripoint.local.LocalSystem;

/** Something that happens to people, told through the public APIs of a running system. */
public interface Story {

    /** A title, such as {@code A cleared client in Montréal, in French}. */
    String name();

    /**
     * Plays the story; every step is announced to the narrator and every expectation told to it.
     *
     * @throws StoryFailed if an expectation does not hold
     */
    void play(Narrator narrator, LocalSystem system);
}
