package ca.tripoint.triage.screening;

import ca.tripoint.triage.clearance.Clearances;
import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Fact;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Plan.Requirements;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Rule.Gate;
import ca.tripoint.triage.ruleset.Rule.Lift;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Advice;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.screening.ScreeningContent.Decided;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import ca.tripoint.triage.screening.ScreeningView.AdviceView;
import ca.tripoint.triage.screening.ScreeningView.AnswerView;
import ca.tripoint.triage.screening.ScreeningView.CallView;
import ca.tripoint.triage.screening.ScreeningView.ChangeView;
import ca.tripoint.triage.screening.ScreeningView.ClearanceView;
import ca.tripoint.triage.screening.ScreeningView.CodeText;
import ca.tripoint.triage.screening.ScreeningView.ContradictionView;
import ca.tripoint.triage.screening.ScreeningView.CourseView;
import ca.tripoint.triage.screening.ScreeningView.EvidenceView;
import ca.tripoint.triage.screening.ScreeningView.HoldView;
import ca.tripoint.triage.screening.ScreeningView.LeftOutView;
import ca.tripoint.triage.screening.ScreeningView.NextQuestionView;
import ca.tripoint.triage.screening.ScreeningView.PictureView;
import ca.tripoint.triage.screening.ScreeningView.PlanView;
import ca.tripoint.triage.screening.ScreeningView.ProgressView;
import ca.tripoint.triage.screening.ScreeningView.ReasonView;
import ca.tripoint.triage.screening.ScreeningView.RedFlagView;
import ca.tripoint.triage.screening.ScreeningView.RequiresView;
import ca.tripoint.triage.screening.ScreeningView.RulesetView;
import ca.tripoint.triage.screening.ScreeningView.StepView;
import ca.tripoint.triage.screening.ScreeningView.WouldChangeView;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts a screening into words. */
final class ScreeningViews {
    private final ScreeningFile file;
    private final Ruleset ruleset;
    private final Locale language;
    private final Texts texts;
    private final RuleWords words;

    private ScreeningViews(ScreeningFile file, Locale language) {
        this.file = file;
        this.ruleset = file.ruleset();
        this.language = language;
        this.texts = ruleset.texts(language);
        this.words = new RuleWords(texts);
    }

    static ScreeningView view(ScreeningFile file, Clearances clearances, Locale language) {
        return new ScreeningViews(file, language).view(clearances);
    }

    private ScreeningView view(Clearances clearances) {
        Screening screening = file.screening();
        Decision decision = file.decision();
        Decided decided = file.content().decided();
        Plan plan = decided == null ? null : decided.plan();
        return new ScreeningView(
                screening.id,
                screening.clientId,
                screening.status.name(),
                decision.outcome(),
                outcomeText(),
                decision.floor(),
                decision.ceiling(),
                answers(),
                file.redFlags().stream()
                        .map(flag -> new RedFlagView(
                                flag.code(), flag.urgency(), words.text(flag.code()), flag.toldAt(), flag.outdated()))
                        .toList(),
                decision.reasons().stream().map(this::reason).toList(),
                decision.adjustments().stream()
                        .map(applied -> new CodeText(applied.code(), words.text(applied, decision)))
                        .toList(),
                decision.contradictions().stream()
                        .map(clash -> new ContradictionView(
                                clash.code(), texts.get("contradictions." + clash.code()), clash.questions()))
                        .toList(),
                decision.nextQuestions().stream().map(this::nextQuestion).toList(),
                screening.decided() ? List.of() : decision.optionalQuestions(),
                new ProgressView(
                        decision.progress().answered(),
                        decision.progress().remainingMin(),
                        decision.progress().remainingMax(),
                        decision.progress().section().orElse(null)),
                file.wouldChange().stream().map(this::wouldChange).toList(),
                decision.advice().stream().map(this::advice).toList(),
                plan == null ? null : plan(plan),
                plan == null ? null : course(plan),
                clearance(clearances, plan, decided),
                new RulesetView(screening.rulesetVersion, screening.rulesetSha256),
                picture(),
                file.content().guardian(),
                decision.humanReview(),
                file.rescreenDue(),
                screening.createdAt,
                screening.decidedAt,
                screening.version);
    }

    /**
     * What was decided, and that it no longer holds where its clearance was taken back, replaced or used up, or has run out; or that
     * answers which would clear still have to be sent.
     */
    private String outcomeText() {
        Decision decision = file.decision();
        if (!decision.bookable() || file.clearance().isPresent()) {
            return texts.get("outcomes." + decision.outcome());
        }
        return texts.get(file.screening().decided() ? "outcomes.NO_LONGER" : "outcomes.NOT_SENT");
    }

    private Map<String, AnswerView> answers() {
        Map<String, AnswerView> inOrder = new LinkedHashMap<>();
        for (Question question : ruleset.questionnaire().questions()) {
            StoredAnswer stored = file.content().answers().get(question.id());
            if (stored != null) {
                inOrder.put(
                        question.id(),
                        new AnswerView(
                                value(question, stored.answer()),
                                stored.answer().answeredAt(),
                                stored.source().name()));
            }
        }
        return inOrder;
    }

    /** The answer as it was sent. */
    private static Object value(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> whole.number();
            case Answer.Day day -> ChronoUnit.DAYS.between(day.day(), CalendarDay.of(day.answeredAt()));
            case Answer.Weeks weeks -> weeks.weeks();
            case Answer.Choice choice -> choice.code();
            case Answer.Choices choices ->
                question.options().stream().filter(choices.codes()::contains).toList();
            case Answer.Text text -> text.text();
            case Answer.Unresolved unresolved -> unresolved.reason().name();
        };
    }

    private ReasonView reason(Decision.Reason reason) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (String id : reason.questions()) {
            StoredAnswer stored = file.content().answers().get(id);
            if (stored != null) {
                answers.put(id, value(ruleset.questionnaire().question(id), stored.answer()));
            }
        }
        List<EvidenceView> evidence = reason.evidence().stream()
                .map(id -> ruleset.evidence().get(id))
                .filter(found -> found != null)
                .map(found -> new EvidenceView(found.id(), found.source(language), found.says(language)))
                .toList();
        return new ReasonView(reason.rule(), reason.code(), words.text(reason, file.decision()), answers, evidence);
    }

    private NextQuestionView nextQuestion(Decision.NextQuestion next) {
        String prefix = "questions." + next.id() + ".";
        String text = switch (next.mode()) {
            case ASK, CLARIFY -> texts.get(prefix + "text");
            case REASK -> texts.get(prefix + "plainer");
        };
        String because =
                next.mode() == Decision.Mode.ASK ? texts.get(prefix + "why") : texts.get("becauses." + next.mode());
        return new NextQuestionView(next.id(), next.mode().name(), because, text);
    }

    private WouldChangeView wouldChange(List<Fact> facts) {
        List<ChangeView> changes = facts.stream().map(this::change).toList();
        String joined = changes.stream().map(ChangeView::text).collect(Collectors.joining(texts.get("changes.and")));
        boolean seenFirst = file.decision().outcome().graverThan(Outcome.ASSESSMENT_FIRST);
        String could = texts.get(seenFirst ? "changes.couldLater" : "changes.could");
        return new WouldChangeView(could.replace("{changes}", joined), changes);
    }

    private ChangeView change(Fact fact) {
        return switch (fact) {
            case Fact.Changed changed ->
                new ChangeView(
                        "changed",
                        changed.question(),
                        value(ruleset.questionnaire().question(changed.question()), changed.to()),
                        null,
                        texts.get("questions." + changed.question() + ".change"));
            case Fact.Known known ->
                new ChangeView(
                        "known",
                        known.question(),
                        null,
                        null,
                        texts.get("changes.known")
                                .replace("{label}", texts.get("questions." + known.question() + ".label")));
            case Fact.Overridden overridden ->
                new ChangeView("overridden", null, null, overridden.rule(), override(overridden.rule()));
        };
    }

    private String override(String rule) {
        Lift lift = ruleset.gates().stream()
                .filter(gate -> gate.code().equals(rule))
                .map(Gate::liftedBy)
                .filter(found -> found != null)
                .findFirst()
                .orElse(Lift.MEDICAL_ADVICE);
        return texts.get("changes.liftedBy." + lift).replace("{rule}", texts.get("rules." + rule + ".name"));
    }

    private AdviceView advice(String code) {
        @Nullable
        CallView call = ruleset.advice().stream()
                .filter(advice -> advice.code().equals(code))
                .map(Advice::call)
                .filter(number -> number != null)
                .findFirst()
                .map(number -> new CallView(texts.get("calls." + number), number))
                .orElse(null);
        return new AdviceView(code, texts.get("advice." + code), call);
    }

    private PlanView plan(Plan plan) {
        return new PlanView(
                plan.steps().stream().map(this::step).toList(),
                plan.leftOut().stream()
                        .map(left -> new LeftOutView(left.muscle(), left.side().name(), left.adjustment()))
                        .toList(),
                plan.addOns(),
                plan.durationMinutes(),
                plan.course().rescreenAfterSession());
    }

    private StepView step(Plan.Step step) {
        return new StepView(
                step.order(),
                step.muscle(),
                texts.get("muscles." + step.muscle() + ".name"),
                step.side().name(),
                step.position().name(),
                step.technique(),
                step.pressure().name(),
                step.hold().map(hold -> new HoldView(hold.from(), hold.to())).orElse(null),
                step.score(),
                step.because());
    }

    private static CourseView course(Plan plan) {
        return new CourseView(
                plan.course().sessions(),
                plan.course().spacingDays(),
                plan.course().minSpacingDays(),
                plan.course().maxSpacingDays());
    }

    private @Nullable ClearanceView clearance(Clearances clearances, @Nullable Plan plan, @Nullable Decided decided) {
        Requirements requires = decided == null ? null : decided.requires();
        if (plan == null || requires == null) {
            return null;
        }
        return file.clearance()
                .map(issued -> new ClearanceView(
                        clearances.token(issued, requires, plan.course().sessions()),
                        issued.expiresAt(),
                        new RequiresView(requires.skills(), requires.minDuration(), requires.equipment())))
                .orElse(null);
    }

    private PictureView picture() {
        PainPicture picture =
                PainPicture.of(ruleset.questionnaire(), file.content().confirmed());
        return new PictureView(picture.complete(), picture.missing());
    }
}
