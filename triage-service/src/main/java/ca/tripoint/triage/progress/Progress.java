package ca.tripoint.triage.progress;

import ca.tripoint.triage.plan.Finding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A person's sessions, the oldest first. */
public record Progress(List<SessionRecord> sessions) {

    /** The findings that weigh in the next plan: those of the last session. */
    public List<Finding> latestFindings() {
        return sessions.isEmpty() ? List.of() : sessions.getLast().found().findings();
    }

    /**
     * The day of the session that completed a row of so many without improvement.
     *
     * @param inARow three, by the rule set
     */
    public Optional<LocalDate> noImprovementSince(int inARow) {
        int without = 0;
        for (SessionRecord session : sessions.reversed()) {
            if (session.found().improved()) {
                break;
            }
            without++;
        }
        if (without < inARow) {
            return Optional.empty();
        }
        return Optional.of(
                sessions.getLast().recordedAt().atOffset(ZoneOffset.UTC).toLocalDate());
    }

    @Override
    public String toString() {
        return "Progress[redacted]";
    }
}
