package ca.tripoint.triage.screening;

import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.screening.ScreeningContent.Guardian;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A screening in the reader's language.
 *
 * @param rescreenDue three sessions have taken place since the decision: its clearance is not enough for further visits
 */
@Schema(name = "Screening")
record ScreeningView(
        UUID id,
        UUID clientId,
        @Schema(enumeration = {"OPEN", "DECIDED"}) String status,
        Outcome outcome,
        String outcomeText,
        Outcome floor,
        Outcome ceiling,
        Map<String, AnswerView> answers,
        List<RedFlagView> redFlags,
        List<ReasonView> reasons,
        List<CodeText> adjustments,
        List<ContradictionView> contradictions,
        List<NextQuestionView> nextQuestions,
        List<String> optionalQuestions,
        ProgressView progress,
        List<WouldChangeView> wouldChange,
        List<AdviceView> advice,
        @Nullable PlanView plan,
        @Nullable CourseView course,
        @Nullable ClearanceView clearance,
        RulesetView ruleset,
        PictureView painPicture,
        @Nullable Guardian guardian,
        boolean humanReview,
        boolean rescreenDue,
        Instant createdAt,
        @Nullable Instant decidedAt,
        long version) {

    @Schema(name = "Answer")
    record AnswerView(
            Object value,
            Instant answeredAt,

            @Schema(enumeration = {"ANSWERED", "CARRIED_OVER", "OUTDATED"})
            String source) {
        @Override
        public String toString() {
            return "AnswerView[redacted]";
        }
    }

    /**
     * @param toldAt when the newest of the answers was given that it rests on
     * @param outdated it, or its urgency, rests wholly or in part on answers that are too old to count: the decision does not go by them, and
     *     nobody has said since that it is over
     */
    @Schema(name = "RedFlag")
    record RedFlagView(String code, Outcome urgency, String text, Instant toldAt, boolean outdated) {
        @Override
        public String toString() {
            return "RedFlagView[redacted]";
        }
    }

    @Schema(name = "Reason")
    record ReasonView(String rule, String code, String text, Map<String, Object> answers, List<EvidenceView> evidence) {
        @Override
        public String toString() {
            return "ReasonView[redacted]";
        }
    }

    @Schema(name = "Evidence")
    record EvidenceView(String id, String source, String says) {}

    @Schema(name = "CodeText")
    record CodeText(String code, String text) {
        @Override
        public String toString() {
            return "CodeText[redacted]";
        }
    }

    @Schema(name = "Contradiction")
    record ContradictionView(String code, String text, List<String> questions) {
        @Override
        public String toString() {
            return "ContradictionView[redacted]";
        }
    }

    @Schema(name = "NextQuestion")
    record NextQuestionView(
            String id,

            @Schema(enumeration = {"ASK", "REASK", "CLARIFY"})
            String mode,

            String because,
            String text) {
        @Override
        public String toString() {
            return "NextQuestionView[redacted]";
        }
    }

    @Schema(name = "Progress")
    record ProgressView(
            int answered,

            @Schema(description = "Needed questions that are visible now, unless a decision comes first.")
            int remainingMin,

            @Schema(description = "With those that may become visible.")
            int remainingMax,

            @Nullable String section) {
        @Override
        public String toString() {
            return "ProgressView[redacted]";
        }
    }

    @Schema(name = "WouldChange")
    record WouldChangeView(String text, List<ChangeView> changes) {
        @Override
        public String toString() {
            return "WouldChangeView[redacted]";
        }
    }

    /** An answer that would be different, be known, or a rule a clinician could override. */
    @Schema(name = "Change")
    record ChangeView(
            @Schema(enumeration = {"changed", "known", "overridden"})
            String kind,

            @Nullable String questionId,
            @Nullable Object to,
            @Nullable String rule,
            String text) {
        @Override
        public String toString() {
            return "ChangeView[redacted]";
        }
    }

    @Schema(name = "Advice")
    record AdviceView(String code, String text, @Nullable CallView call) {
        @Override
        public String toString() {
            return "AdviceView[redacted]";
        }
    }

    @Schema(name = "Call")
    record CallView(String label, String tel) {}

    @Schema(name = "Plan")
    record PlanView(
            List<StepView> muscles,
            List<LeftOutView> leftOut,
            List<String> addOns,
            int durationMinutes,
            int rescreenAfterSession) {
        @Override
        public String toString() {
            return "PlanView[redacted]";
        }
    }

    @Schema(name = "PlanStep")
    record StepView(
            int order,
            String muscle,
            String label,
            String side,
            String position,
            String technique,
            String pressure,
            @Nullable HoldView holdSeconds,
            int score,
            List<String> because) {
        @Override
        public String toString() {
            return "StepView[redacted]";
        }
    }

    /** Seconds, until it releases. */
    @Schema(name = "Hold")
    record HoldView(int min, int max) {
        @Override
        public String toString() {
            return "HoldView[redacted]";
        }
    }

    @Schema(name = "LeftOut")
    record LeftOutView(String muscle, String side, String because) {
        @Override
        public String toString() {
            return "LeftOutView[redacted]";
        }
    }

    @Schema(name = "Course")
    record CourseView(int sessions, int spacingDays, int minSpacingDays, int maxSpacingDays) {
        @Override
        public String toString() {
            return "CourseView[redacted]";
        }
    }

    @Schema(name = "Clearance")
    record ClearanceView(String token, Instant expiresAt, RequiresView requires) {
        @Override
        public String toString() {
            return "ClearanceView[redacted]";
        }
    }

    @Schema(name = "Requires")
    record RequiresView(List<String> skills, int minDuration, List<String> equipment) {
        @Override
        public String toString() {
            return "RequiresView[redacted]";
        }
    }

    @Schema(name = "Ruleset")
    record RulesetView(String version, String sha256) {}

    /** How much of the pain picture is told: 0 to 6 (S-42, S-44). */
    @Schema(name = "PainPicture")
    record PictureView(int complete, List<String> missing) {
        @Override
        public String toString() {
            return "PictureView[redacted]";
        }
    }

    @Override
    public String toString() {
        return "ScreeningView[" + id + "]";
    }
}
