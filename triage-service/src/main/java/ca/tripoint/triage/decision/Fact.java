package ca.tripoint.triage.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** One thing that would have to be different: an answer, an answer that is known at last, or a clinician's override. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Fact.Changed.class, name = "changed"),
    @JsonSubTypes.Type(value = Fact.Known.class, name = "known"),
    @JsonSubTypes.Type(value = Fact.Overridden.class, name = "overridden")
})
public sealed interface Fact {

    record Changed(String question, Answer to) implements Fact {
        @Override
        public String toString() {
            return "Changed[redacted]";
        }
    }

    record Known(String question) implements Fact {
        @Override
        public String toString() {
            return "Known[redacted]";
        }
    }

    record Overridden(String rule) implements Fact {
        @Override
        public String toString() {
            return "Overridden[redacted]";
        }
    }
}
