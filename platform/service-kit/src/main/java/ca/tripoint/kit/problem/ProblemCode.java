package ca.tripoint.kit.problem;

/**
 * A reason to refuse. Each service lists its own as an enum; their texts are in {@code META-INF/tripoint/problems_en.properties}
 * and {@code problems_fr.properties} ({@code <code>.title}, {@code <code>.detail}), and {@code docs/problems.md} explains them.
 */
public interface ProblemCode {

    /** Stable, lower-case and hyphenated: clients are written against it. */
    String code();

    /** The HTTP status. */
    int status();
}
