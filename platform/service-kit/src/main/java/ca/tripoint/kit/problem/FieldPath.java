package ca.tripoint.kit.problem;

import org.jspecify.annotations.Nullable;

/** Where in a body something is wrong ({@code findings[0].muscle}): once as the caller reads it, once as it may be logged. */
final class FieldPath {

    private static final int LONGEST_NAME_SHOWN = 64;
    private static final String BODY = "(body)";

    private final StringBuilder shown = new StringBuilder();
    private final StringBuilder declared = new StringBuilder();

    /** A name that stands in the service's own code. */
    FieldPath property(String name) {
        step(shown, name);
        step(declared, name);
        return this;
    }

    /** A name that the caller chose: what does not look like a name is not repeated, and none is logged. */
    FieldPath invented(String name) {
        step(
                shown,
                name.length() <= LONGEST_NAME_SHOWN && name.matches("[A-Za-z][A-Za-z0-9_.-]*") ? name : "(unknown)");
        step(declared, "*");
        return this;
    }

    /** @param index null where the elements have no order */
    FieldPath element(@Nullable Integer index) {
        String position = "[" + (index == null ? "" : index) + "]";
        shown.append(position);
        declared.append(position);
        return this;
    }

    boolean isEmpty() {
        return shown.isEmpty();
    }

    String shown() {
        return isEmpty() ? BODY : shown.toString();
    }

    String declared() {
        return isEmpty() ? BODY : declared.toString();
    }

    private static void step(StringBuilder path, String name) {
        path.append(path.isEmpty() ? "" : ".").append(name);
    }
}
