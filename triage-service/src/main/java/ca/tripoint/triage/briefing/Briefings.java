package ca.tripoint.triage.briefing;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Planner;
import ca.tripoint.triage.progress.SessionRecords;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.ConsentTerms;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.screening.AnswerWords;
import ca.tripoint.triage.screening.Decider;
import ca.tripoint.triage.screening.PainPicture;
import ca.tripoint.triage.screening.RuleWords;
import ca.tripoint.triage.screening.ScreeningArchive;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningFile;
import ca.tripoint.triage.visit.Visit;
import ca.tripoint.triage.visit.Visits;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** Opens a briefing for the therapist who is assigned, and for nobody else. */
@ApplicationScoped
class Briefings {
    private final Visits visits;
    private final ScreeningArchive archive;
    private final SessionRecords records;
    private final Decider decider;
    private final Transactions transactions;
    private final BriefingConfig config;
    private final Clock clock;

    Briefings(
            Visits visits,
            ScreeningArchive archive,
            SessionRecords records,
            Decider decider,
            Transactions transactions,
            BriefingConfig config,
            Clock clock) {
        this.visits = visits;
        this.archive = archive;
        this.records = records;
        this.decider = decider;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    Briefing briefing(UUID screeningId, UUID therapist, Locale language) {
        Instant now = clock.instant();
        Visit visit = visits.assigned(therapist, screeningId, now.minus(config.afterVisit()))
                .orElseThrow(Refusal::notFound);
        ScreeningFile file = archive.decided(screeningId);
        Decided decided = file.content().decided();
        if (decided == null || decided.plan() == null) {
            throw Refusal.notFound();
        }
        var progress = transactions.run(() -> records.of(file.screening().clientId()));
        LocalDate day = CalendarDay.of(visit.startsAt());
        List<AppliedAdjustment> adjustments = onTheDay(file, decided, day);
        Plan plan = new Planner(file.ruleset())
                .plan(file.content().confirmed(), day, adjustments, progress.latestFindings());
        return new Words(file, language, day).briefing(visit, plan, adjustments, progress.latestFindings());
    }

    /** What applied at the decision, and what the visit's own day adds (a pregnancy goes on counting). */
    private List<AppliedAdjustment> onTheDay(ScreeningFile file, Decided decided, LocalDate day) {
        List<AppliedAdjustment> then = decider.decide(
                        file.screening(),
                        file.content(),
                        decided.circumstances().at(day))
                .adjustments();
        return Stream.concat(decided.decision().adjustments().stream(), then.stream())
                .distinct()
                .toList();
    }

    private record Words(ScreeningFile file, Ruleset ruleset, Texts texts, AnswerWords answers) {

        Words(ScreeningFile file, Locale language, LocalDate day) {
            this(file, file.ruleset(), file.ruleset().texts(language), new AnswerWords(file.ruleset(), language, day));
        }

        Briefing briefing(
                Visit visit,
                Plan plan,
                List<AppliedAdjustment> adjustments,
                List<ca.tripoint.triage.plan.Finding> findings) {
            return new Briefing(
                    file.screening().id(),
                    visit.bookingId(),
                    visit.startsAt(),
                    visit.endsAt(),
                    file.decision().outcome().name(),
                    adjustments.stream().map(this::adjustment).toList(),
                    plan.steps().stream().map(this::step).toList(),
                    plan.leftOut().stream()
                            .map(left -> new Briefing.LeftOut(
                                    left.muscle(), left.side().name(), left.adjustment()))
                            .toList(),
                    plan.addOns(),
                    plan.durationMinutes(),
                    PainPicture.of(ruleset.questionnaire(), file.content().confirmed())
                            .complete(),
                    answers.all(file.content()),
                    answers.missing(file.content()),
                    consent(),
                    file.content().guardian(),
                    file.decision().lifted(),
                    findings.stream().map(Words::finding).toList());
        }

        private Briefing.Adjustment adjustment(AppliedAdjustment applied) {
            RuleWords words = new RuleWords(texts);
            return new Briefing.Adjustment(applied.code(), words.name(applied), words.text(applied));
        }

        private Briefing.Step step(Plan.Step step) {
            return new Briefing.Step(
                    step.order(),
                    step.muscle(),
                    texts.get("muscles." + step.muscle() + ".name"),
                    step.side().name(),
                    texts.get("positions." + step.position()),
                    texts.get("techniques." + step.technique()),
                    texts.get("pressures." + step.pressure()),
                    step.hold().map(hold -> hold.from()).orElse(null),
                    step.hold().map(hold -> hold.to()).orElse(null));
        }

        private Briefing.Consent consent() {
            String province = file.content()
                    .confirmed()
                    .to("visit.province")
                    .filter(answer -> answer instanceof Answer.Choice)
                    .map(answer -> ((Answer.Choice) answer).code())
                    .orElse("");
            ConsentTerms terms = ruleset.consent().in(province);
            return new Briefing.Consent(
                    terms.writtenGlutealConsent(), terms.verbalGlutealConsent(), texts.get("consent.glutealWork"));
        }

        private static Briefing.Finding finding(ca.tripoint.triage.plan.Finding finding) {
            return new Briefing.Finding(
                    finding.muscle(),
                    finding.side().name(),
                    finding.tender(),
                    finding.familiarPainReproduced(),
                    finding.easedDuringHold(),
                    finding.holdSeconds());
        }
    }
}
