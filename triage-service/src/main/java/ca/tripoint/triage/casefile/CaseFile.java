package ca.tripoint.triage.casefile;

import ca.tripoint.triage.redflag.Report;
import ca.tripoint.triage.review.ReviewView;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.screening.RuleWords;
import ca.tripoint.triage.screening.ScreeningFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A review opened for a clinician. All of the screening is at {@code /v1/screenings/{screeningId}}.
 *
 * @param report what a therapist saw on the table, if that is what waits
 * @param redFlags what fired in the screening, also on answers that are too old to count by now
 * @param reasons why it came to its outcome
 * @param toldBefore what the person had told before, with the last day of each
 */
@Schema(name = "ReviewFile")
record CaseFile(
        ReviewView review,
        @Nullable Seen report,
        String status,
        String outcome,
        boolean humanReview,
        List<Flag> redFlags,
        List<CodeName> reasons,
        List<Told> toldBefore) {

    /** @param note in the therapist's own words; it is shown nowhere else */
    @Schema(name = "TherapistReport")
    record Seen(
            UUID id,
            UUID therapistId,
            Instant reportedAt,
            String code,
            String text,
            @Nullable String note) {
        @Override
        public String toString() {
            return "Seen[redacted]";
        }
    }

    @Schema(name = "RaisedFlag")
    record Flag(String code, String urgency, String text, Instant toldAt, boolean outdated) {
        @Override
        public String toString() {
            return "Flag[redacted]";
        }
    }

    @Schema(name = "CodeName")
    record CodeName(String code, String name) {
        @Override
        public String toString() {
            return "CodeName[redacted]";
        }
    }

    @Schema(name = "ToldBefore")
    record Told(String code, LocalDate day) {
        @Override
        public String toString() {
            return "Told[redacted]";
        }
    }

    static CaseFile of(ReviewView review, ScreeningFile file, Optional<Report> report, Locale language) {
        Ruleset ruleset = file.ruleset();
        Texts texts = ruleset.texts(language);
        RuleWords words = new RuleWords(texts);
        return new CaseFile(
                review,
                report.map(seen -> seen(seen, texts)).orElse(null),
                file.screening().decided() ? "DECIDED" : "OPEN",
                file.decision().outcome().name(),
                file.decision().humanReview(),
                file.redFlags().stream()
                        .map(flag -> new Flag(
                                flag.code(),
                                flag.urgency().name(),
                                words.text(flag.code()),
                                flag.toldAt(),
                                flag.outdated()))
                        .toList(),
                file.decision().reasons().stream()
                        .map(reason -> new CodeName(reason.code(), words.name(reason, file.decision())))
                        .distinct()
                        .toList(),
                file.circumstances().earlierFlags().stream()
                        .map(flag -> new Told(flag.code(), flag.day()))
                        .toList());
    }

    private static Seen seen(Report report, Texts texts) {
        return new Seen(
                report.id(),
                report.therapistId(),
                report.reportedAt(),
                report.code(),
                texts.find("rules." + report.code() + ".text").orElse(""),
                report.note());
    }

    @Override
    public String toString() {
        return "CaseFile[" + review.id() + "]";
    }
}
