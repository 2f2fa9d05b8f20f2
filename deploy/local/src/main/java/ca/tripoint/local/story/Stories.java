package ca.tripoint.local.story;

import java.util.List;

/** What the demo plays, in this order. */
public final class Stories {
    private Stories() {}

    public static List<Story> all() {
        return List.of(new ClearedInMontreal(), new RedFlagInCalgary());
    }
}
