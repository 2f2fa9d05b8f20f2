package ca.tripoint.triage.briefing;

import ca.tripoint.kit.problem.Refusal;
import ca.tripoint.kit.transaction.Transactions;
import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Circumstances;
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
import ca.tripoint.triage.screening.Reconfirmations;
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
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Opens a briefing for the therapist who is assigned, and for nobody else. */
@ApplicationScoped
class Briefings {
    private final Visits visits;
    private final ScreeningArchive archive;
    private final SessionRecords records;
    private final Decider decider;
    private final Reconfirmations reconfirmations;
    private final Transactions transactions;
    private final Clock clock;

    Briefings(
            Visits visits,
            ScreeningArchive archive,
            SessionRecords records,
            Decider decider,
            Reconfirmations reconfirmations,
            Transactions transactions,
            Clock clock) {
        this.visits = visits;
        this.archive = archive;
        this.records = records;
        this.decider = decider;
        this.reconfirmations = reconfirmations;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * The briefing of the visit named, or of the one that is next or under way. What the person has told since the visit was booked
     * is in it: the newest decision until the visit's end speaks for them, and what bound the therapist before binds them still.
     */
    Briefing briefing(UUID screeningId, UUID therapist, @Nullable UUID bookingId, Locale language) {
        Instant now = clock.instant();
        Visit visit = visits.current(therapist, screeningId, bookingId, now, now.minus(Visits.AFTERWARDS))
                .orElseThrow(Refusal::notFound);
        ScreeningFile booked = archive.decided(screeningId);
        ScreeningFile known = archive.newestDecided(visit.clientId(), earlier(now, visit.endsAt()))
                .orElse(booked);
        Decided decided = known.content().decided();
        if (decided == null || decided.plan() == null) {
            throw Refusal.notFound();
        }
        var progress = transactions.run(() -> records.of(visit.clientId()));
        LocalDate day = CalendarDay.of(visit.startsAt());
        List<AppliedAdjustment> adjustments = binding(known, booked, day);
        Plan plan = new Planner(known.ruleset())
                .plan(known.content().confirmed(), day, adjustments, progress.latestFindings());
        return new Words(known, language, day)
                .briefing(
                        visit,
                        plan,
                        adjustments,
                        progress.latestFindings(),
                        reconfirmations.confirmedAt(visit.bookingId()).orElse(null));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** Of both screenings, as far as the newer one's rule set has such rules. */
    private List<AppliedAdjustment> binding(ScreeningFile known, ScreeningFile booked, LocalDate day) {
        return Stream.concat(
                        onTheDay(known, day),
                        onTheDay(booked, day)
                                .filter(each ->
                                        known.ruleset().rule(each.rule()).isPresent()))
                .distinct()
                .toList();
    }

    /**
     * What applied at the decision, and what the visit's own day adds (a pregnancy goes on counting). An override holds for what
     * applied when it was given, not for what the day adds.
     */
    private Stream<AppliedAdjustment> onTheDay(ScreeningFile file, LocalDate day) {
        Decided decided = file.content().decided();
        if (decided == null) {
            return Stream.empty();
        }
        Circumstances then = decided.circumstances()
                .at(day)
                .lifting(Set.copyOf(decided.decision().lifted()));
        return Stream.concat(
                decided.decision().adjustments().stream(),
                decider.decide(file.screening(), file.content(), then).adjustments().stream());
    }

    private record Words(ScreeningFile file, Ruleset ruleset, Texts texts, AnswerWords answers) {

        Words(ScreeningFile file, Locale language, LocalDate day) {
            this(file, file.ruleset(), file.ruleset().texts(language), new AnswerWords(file.ruleset(), language, day));
        }

        Briefing briefing(
                Visit visit,
                Plan plan,
                List<AppliedAdjustment> adjustments,
                List<ca.tripoint.triage.plan.Finding> findings,
                @Nullable Instant reconfirmedAt) {
            return new Briefing(
                    visit.screeningId(),
                    file.screening().id(),
                    file.screening().decidedAt().orElseThrow(),
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
                    lifted(adjustments),
                    file.rescreenDue(),
                    reconfirmedAt,
                    findings.stream().map(Words::finding).toList());
        }

        /** What was overridden and binds nobody on this day. */
        private List<String> lifted(List<AppliedAdjustment> adjustments) {
            return file.decision().lifted().stream()
                    .filter(code ->
                            adjustments.stream().noneMatch(bound -> bound.rule().equals(code)))
                    .toList();
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

        @Override
        public String toString() {
            return "Words[redacted]";
        }
    }
}
