package ca.tripoint.triage.briefing;

import ca.tripoint.triage.screening.AnswerWords.Said;
import ca.tripoint.triage.screening.ScreeningContent.Guardian;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The therapist's briefing, in their language.
 *
 * @param screeningId the one the visit was booked on
 * @param knownFromScreeningId the newest one, whose answers these are
 * @param adjustments of both; binding
 * @param notAnswered what nobody knows
 * @param guardian who is with a person under age
 * @param rescreenDue three sessions have taken place since the answers: none more before a new screening
 * @param reconfirmedAt when the person answered no to the three questions before this visit
 * @param sixItems how many of the six items of the pain picture are told (S-42)
 */
@Schema(name = "Briefing")
record Briefing(
        UUID screeningId,
        UUID knownFromScreeningId,
        Instant knownAt,
        UUID bookingId,
        Instant start,
        Instant end,
        String outcome,
        List<Adjustment> adjustments,
        List<Step> plan,
        List<LeftOut> leftOut,
        List<String> addOns,
        int durationMinutes,
        int sixItems,
        List<Said> answers,
        List<String> notAnswered,
        Consent consent,
        @Nullable Guardian guardian,
        List<String> lifted,
        boolean rescreenDue,
        @Nullable Instant reconfirmedAt,
        List<Finding> lastFindings) {

    record Adjustment(String code, String name, String text) {
        @Override
        public String toString() {
            return "Adjustment[redacted]";
        }
    }

    record Step(
            int order,
            String muscle,
            String label,
            String side,
            String position,
            String technique,
            String pressure,
            @Nullable Integer holdFromSeconds,
            @Nullable Integer holdToSeconds) {
        @Override
        public String toString() {
            return "Step[redacted]";
        }
    }

    @Schema(name = "BriefingLeftOut")
    record LeftOut(String muscle, String side, String because) {
        @Override
        public String toString() {
            return "LeftOut[redacted]";
        }
    }

    /** What has to be agreed before gluteal work. */
    record Consent(String written, String verbal, String text) {}

    record Finding(
            String muscle,
            String side,
            boolean tender,
            boolean familiarPainReproduced,
            boolean referredPainReducedDuringHold,
            int holdSeconds) {
        @Override
        public String toString() {
            return "Finding[redacted]";
        }
    }

    @Override
    public String toString() {
        return "Briefing[" + screeningId + "]";
    }
}
