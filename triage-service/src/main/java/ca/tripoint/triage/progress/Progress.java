package ca.tripoint.triage.progress;

import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.plan.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A person's sessions, the oldest first. */
public record Progress(List<SessionRecord> sessions) {
    static final Progress NONE = new Progress(List.of());

    /** The findings that weigh in the next plan: those of the last session. */
    public List<Finding> latestFindings() {
        return sessions.isEmpty() ? List.of() : sessions.getLast().found().findings();
    }

    /**
     * The day of the first of the last so many sessions, if none of them has helped. An assessment after that day has been made
     * with one of them behind it, so fewer than so many have passed since: the count begins anew with every assessment.
     *
     * @param inARow three, by the rule set
     */
    public Optional<LocalDate> noImprovementSince(int inARow) {
        if (sessions.size() < inARow) {
            return Optional.empty();
        }
        List<SessionRecord> last = sessions.subList(sessions.size() - inARow, sessions.size());
        return last.stream().anyMatch(session -> session.found().improved())
                ? Optional.empty()
                : Optional.of(CalendarDay.of(last.getFirst().recordedAt()));
    }

    @Override
    public String toString() {
        return "Progress[redacted]";
    }
}
