package ca.tripoint.triage.decision;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** One answer. No answer prints what it holds. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Answer.Whole.class, name = "whole"),
    @JsonSubTypes.Type(value = Answer.Day.class, name = "day"),
    @JsonSubTypes.Type(value = Answer.Weeks.class, name = "weeks"),
    @JsonSubTypes.Type(value = Answer.Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = Answer.Choices.class, name = "choices"),
    @JsonSubTypes.Type(value = Answer.Text.class, name = "text"),
    @JsonSubTypes.Type(value = Answer.Unresolved.class, name = "unresolved")
})
public sealed interface Answer {

    Instant answeredAt();

    record Whole(int number, Instant answeredAt) implements Answer {
        @Override
        public String toString() {
            return "Whole[redacted]";
        }
    }

    /** So many days ago, counted from the moment of answering and kept as a date. */
    record Day(LocalDate day, Instant answeredAt) implements Answer {
        @Override
        public String toString() {
            return "Day[redacted]";
        }
    }

    /** Weeks that go on counting from the day they were told; zero stays zero. */
    record Weeks(int weeks, LocalDate told, Instant answeredAt) implements Answer {
        @Override
        public String toString() {
            return "Weeks[redacted]";
        }
    }

    record Choice(String code, Instant answeredAt) implements Answer {
        @Override
        public String toString() {
            return "Choice[redacted]";
        }
    }

    /** An empty set says that none applies. */
    record Choices(Set<String> codes, Instant answeredAt) implements Answer {
        public Choices {
            codes = Set.copyOf(codes);
        }

        @Override
        public String toString() {
            return "Choices[redacted]";
        }
    }

    record Text(String text, Instant answeredAt) implements Answer {
        @Override
        public String toString() {
            return "Text[redacted]";
        }
    }

    /**
     * "I do not know" or "I prefer not to say".
     *
     * @param askedAgain the question has been offered once more in plainer words since
     * @param last the last word: said again when asked again, or part of a submission that decides
     */
    record Unresolved(Reason reason, boolean askedAgain, boolean last, Instant answeredAt) implements Answer {

        public static Unresolved first(Reason reason, Instant answeredAt) {
            return new Unresolved(reason, false, false, answeredAt);
        }

        public Unresolved whenAskedAgain() {
            return new Unresolved(reason, true, last, answeredAt);
        }

        public Unresolved asLastWord() {
            return new Unresolved(reason, askedAgain, true, answeredAt);
        }

        public enum Reason {
            UNKNOWN,
            DECLINED
        }

        @Override
        public String toString() {
            return "Unresolved[redacted]";
        }
    }
}
