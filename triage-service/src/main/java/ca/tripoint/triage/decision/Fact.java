package ca.tripoint.triage.decision;

/** One thing that would have to be different: an answer, an answer that is known at last, or a clinician's override. */
public sealed interface Fact {

    record Changed(String question, Answer to) implements Fact {}

    record Known(String question) implements Fact {}

    record Overridden(String rule) implements Fact {}
}
