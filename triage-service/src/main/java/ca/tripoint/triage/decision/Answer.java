package ca.tripoint.triage.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** One answer. No answer prints what it holds. */
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

    /** "I do not know" or "I prefer not to say"; asked so many times. */
    record Unresolved(Reason reason, int times, Instant answeredAt) implements Answer {
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
