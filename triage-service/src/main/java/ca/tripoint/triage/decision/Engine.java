package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.decision.Decision.AppliedAdjustment;
import ca.tripoint.triage.decision.Decision.Clash;
import ca.tripoint.triage.decision.Decision.RaisedFlag;
import ca.tripoint.triage.decision.Decision.Reason;
import ca.tripoint.triage.ruleset.Condition;
import ca.tripoint.triage.ruleset.Condition.StandingFact;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Rule;
import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Rule.Gate;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Contradiction;
import ca.tripoint.triage.ruleset.Ruleset.UnassessedPolicy;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Decides. A pure function of ruleset, answers and circumstances: no clock, no I/O. All rules are evaluated; the outcome is
 * the gravest, and everything that fired is reported.
 */
public final class Engine {
    private static final String NOTES_MENTION = "NOTES_MENTION";

    private final Ruleset ruleset;
    private final Mentions mentions;
    private final Set<String> rememberedReasons = new HashSet<>();

    public Engine(Ruleset ruleset) {
        this.ruleset = ruleset;
        this.mentions = new Mentions(ruleset);
        rememberedReasons.add(Ruleset.UNRESOLVED_RED_FLAG_QUESTION);
        ruleset.gates().stream().filter(Gate::remembered).map(Gate::code).forEach(rememberedReasons::add);
    }

    public Ruleset ruleset() {
        return ruleset;
    }

    public Decision decide(Answers answers, Circumstances circumstances) {
        Sheet sheet = sheet(answers, circumstances);
        List<Clash> clashes = clashes(answers, sheet);
        Set<Question> contested = contest(clashes, sheet);
        List<Judgement> judgements = judge(sheet, circumstances);

        Outcome floor = Outcome.PROCEED;
        Outcome ceiling = Outcome.PROCEED;
        for (Judgement judgement : judgements) {
            if (!onlyAdvises(judgement.rule())) {
                floor = floor.orGraver(judgement.floor());
                ceiling = ceiling.orGraver(judgement.ceiling());
            }
        }
        NextQuestions next = new NextQuestions(ruleset, answers, sheet, contested, judgements, floor);
        Outcome outcome = outcome(floor, ceiling, next);
        List<RaisedFlag> redFlags = redFlags(judgements);
        List<Reason> reasons = reasons(judgements, sheet, outcome);
        List<AppliedAdjustment> adjustments = adjustments(judgements, sheet);
        Set<String> adjusted = adjustments.stream().map(AppliedAdjustment::rule).collect(Collectors.toSet());
        return new Decision(
                outcome,
                floor,
                outcome == Outcome.EMERGENCY ? Outcome.EMERGENCY : ceiling,
                redFlags,
                reasons,
                adjustments,
                clashes,
                outcome == Outcome.INCOMPLETE ? next.ordered() : List.of(),
                outcome == Outcome.INCOMPLETE || outcome.bookable() ? next.optional() : List.of(),
                next.progress(outcome != Outcome.INCOMPLETE),
                new AdviceGiven(ruleset, sheet, adjusted, inTheWay(judgements)).at(outcome, floor),
                lifted(sheet, circumstances),
                remembered(redFlags, reasons),
                judgements.stream()
                        .anyMatch(each -> each.fires() && each.rule() instanceof Gate gate && gate.humanReview()));
    }

    /** The answers as they read on the day. */
    Sheet sheet(Answers answers, Circumstances circumstances) {
        return SheetWriter.sheet(ruleset.questionnaire(), answers, circumstances.today(), circumstances.lastWord());
    }

    /**
     * Red flags and gates that keep this person from booking, or may.
     *
     * @param sheet of the answers, fresh; it is written on
     */
    List<Rule> inTheWay(Answers answers, Sheet sheet, Circumstances circumstances) {
        contest(clashes(answers, sheet), sheet);
        return judge(sheet, circumstances).stream()
                .filter(each -> each.ceiling().graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS))
                .map(Judgement::rule)
                .filter(rule -> !onlyAdvises(rule))
                .toList();
    }

    /** The sum of the worst each rule may still come to: of two answers the one with less of it is more favourable. */
    int concern(Answers answers, Circumstances circumstances) {
        Sheet sheet = sheet(answers, circumstances);
        return judge(sheet, circumstances).stream()
                .mapToInt(judgement ->
                        judgement.ceiling().ordinal() + judgement.floor().ordinal())
                .sum();
    }

    /** Needed questions without an answer that are visible for sure. */
    List<Question> unanswered(Sheet sheet) {
        return ruleset.questionnaire().questions().stream()
                .filter(question -> sheet.isOpen(question) && sheet.visible(question) == Truths.TRUE)
                .toList();
    }

    /** An emergency decides by itself; booking needs every needed answer. */
    private static Outcome outcome(Outcome floor, Outcome ceiling, NextQuestions next) {
        if (floor == Outcome.EMERGENCY) {
            return Outcome.EMERGENCY;
        }
        boolean met = floor == ceiling && (!floor.bookable() || next.everyNeededIsAnswered());
        return met ? floor : Outcome.INCOMPLETE;
    }

    private List<Clash> clashes(Answers answers, Sheet sheet) {
        List<Clash> clashes = new ArrayList<>();
        for (Contradiction contradiction : ruleset.contradictions()) {
            if (sheet.truths(contradiction.when()) == Truths.TRUE) {
                clashes.add(new Clash(
                        contradiction.code(),
                        contradiction.clarify().stream().map(Question::id).toList()));
            }
        }
        List<Question> mentioned = mentions.contradicted(answers).stream()
                .filter(question -> Truths.may(sheet.visible(question), Truths.TRUE))
                .toList();
        if (!mentioned.isEmpty()) {
            clashes.add(new Clash(
                    NOTES_MENTION,
                    mentioned.stream().map(Question::id).distinct().toList()));
        }
        return clashes;
    }

    /** A contradicted answer is read as not yet given. */
    private Set<Question> contest(List<Clash> clashes, Sheet sheet) {
        Set<Question> contested = new HashSet<>();
        for (Clash clash : clashes) {
            for (String id : clash.questions()) {
                Question question = ruleset.questionnaire().question(id);
                contested.add(question);
                sheet.open(question);
            }
        }
        return contested;
    }

    private List<Judgement> judge(Sheet sheet, Circumstances circumstances) {
        List<Judgement> judgements = new ArrayList<>();
        for (RedFlag flag : ruleset.redFlags()) {
            judgements.add(Judgement.of(flag, sheet));
        }
        standing(sheet, circumstances, judgements);
        for (Gate gate : ruleset.gates()) {
            add(gate, sheet, circumstances, judgements);
        }
        for (Adjustment adjustment : ruleset.adjustments()) {
            add(adjustment, sheet, circumstances, judgements);
        }
        return judgements;
    }

    private static void add(Rule rule, Sheet sheet, Circumstances circumstances, List<Judgement> judgements) {
        if (!circumstances.lifted().contains(rule.code())) {
            judgements.add(Judgement.of(rule, sheet));
        }
    }

    /** What was told before and is answered away now, and sessions that did not help. */
    private void standing(Sheet sheet, Circumstances circumstances, List<Judgement> redFlags) {
        for (EarlierFlag earlier : circumstances.earlierFlags()) {
            int daysAgo = (int) SheetWriter.daysAgo(earlier.day(), circumstances.today());
            sheet.standing(
                    StandingFact.RETRACTED_RED_FLAG,
                    new Sheet.Earlier(daysAgo, answeredAway(earlier, sheet, redFlags)));
        }
        circumstances
                .noImprovementSince()
                .ifPresent(day -> sheet.standing(
                        StandingFact.NO_IMPROVEMENT,
                        new Sheet.Earlier((int) SheetWriter.daysAgo(day, circumstances.today()), Truths.TRUE)));
    }

    private int answeredAway(EarlierFlag earlier, Sheet sheet, List<Judgement> redFlags) {
        if (earlier.code().equals(Ruleset.UNRESOLVED_RED_FLAG_QUESTION)) {
            boolean stillUnresolved = redFlags.stream().anyMatch(Engine::urgentlyUnresolved);
            boolean mayBe = redFlags.stream()
                    .anyMatch(each -> critical(each.rule()) && Truths.may(each.truths(), Truths.UNKNOWN));
            return stillUnresolved ? Truths.FALSE : mayBe ? Truths.TRUE_OR_FALSE : Truths.TRUE;
        }
        int now = redFlags.stream()
                .filter(each -> each.rule().code().equals(earlier.code()))
                .findFirst()
                .map(Judgement::truths)
                .orElseGet(() -> ruleset.rule(earlier.code())
                        .map(rule -> sheet.truths(rule.when()))
                        .orElse(Truths.FALSE));
        int away = Truths.may(now, Truths.FALSE) ? Truths.TRUE : 0;
        int stands = Truths.may(now, Truths.TRUE | Truths.UNKNOWN) ? Truths.FALSE : 0;
        return away | stands;
    }

    private static boolean critical(Rule rule) {
        return rule instanceof RedFlag flag && flag.critical();
    }

    private static boolean urgentlyUnresolved(Judgement judgement) {
        return judgement.unresolved() && critical(judgement.rule());
    }

    private boolean onlyAdvises(Rule rule) {
        return rule instanceof Gate gate
                && gate.policy()
                && ruleset.unassessedPolicy() == UnassessedPolicy.PROCEED_WITH_ADVICE;
    }

    private static List<RaisedFlag> redFlags(List<Judgement> judgements) {
        return judgements.stream()
                .filter(each -> each.rule() instanceof RedFlag && each.fires())
                .map(each -> new RaisedFlag(each.rule().code(), each.floor()))
                .toList();
    }

    private List<Reason> reasons(List<Judgement> judgements, Sheet sheet, Outcome outcome) {
        List<Reason> reasons = new ArrayList<>();
        List<Reason> urgent = new ArrayList<>();
        List<Reason> unsure = new ArrayList<>();
        for (Judgement judgement : judgements) {
            Rule rule = judgement.rule();
            if (judgement.fires() || judgement.unresolved() && rule instanceof Adjustment) {
                reasons.add(reason(rule, sheet));
            } else if (judgement.unresolved() && critical(rule)) {
                urgent.addAll(leftOpen(Ruleset.UNRESOLVED_RED_FLAG_QUESTION, rule, sheet));
            } else if (judgement.unresolved()) {
                unsure.addAll(leftOpen(Ruleset.UNRESOLVED_SAFETY_QUESTION, rule, sheet));
            }
        }
        reasons.addAll(urgent);
        reasons.addAll(unsure);
        if (outcome.bookable()) {
            ruleset.grounds().stream()
                    .filter(ground -> sheet.truths(ground.when()) == Truths.TRUE)
                    .forEach(ground -> reasons.add(reason(ground, sheet)));
        }
        return List.copyOf(reasons);
    }

    private List<String> remembered(List<RaisedFlag> redFlags, List<Reason> reasons) {
        Stream<String> remembered = reasons.stream().map(Reason::code).filter(rememberedReasons::contains);
        return Stream.concat(redFlags.stream().map(RaisedFlag::code), remembered)
                .distinct()
                .toList();
    }

    /** With the answers that made it graver, if any did. */
    private static Reason reason(Rule rule, Sheet sheet) {
        Set<String> questions = new LinkedHashSet<>(Explanation.of(rule.when(), sheet));
        if (rule instanceof RedFlag flag && flag.escalates() != null) {
            Condition graver = flag.escalates().when();
            if (!Truths.may(sheet.truths(graver), Truths.FALSE)) {
                questions.addAll(Explanation.of(graver, sheet));
            }
        }
        return new Reason(rule.code(), rule.code(), List.copyOf(questions), rule.evidence());
    }

    /** A rule that nobody could answer stands in the way under another code. */
    private List<Reason> leftOpen(String code, Rule rule, Sheet sheet) {
        List<String> unknown = Explanation.of(rule.when(), sheet).stream()
                .filter(id -> sheet.isUnknown(ruleset.questionnaire().question(id)))
                .toList();
        return unknown.isEmpty() ? List.of() : List.of(new Reason(rule.code(), code, unknown, rule.evidence()));
    }

    private static List<AppliedAdjustment> adjustments(List<Judgement> judgements, Sheet sheet) {
        List<AppliedAdjustment> applied = new ArrayList<>();
        for (Judgement judgement : judgements) {
            if (judgement.rule() instanceof Adjustment adjustment && (judgement.fires() || judgement.unresolved())) {
                applied.addAll(AdjustmentsApplied.of(adjustment, sheet));
            }
        }
        return List.copyOf(applied);
    }

    private Set<String> inTheWay(List<Judgement> judgements) {
        return judgements.stream()
                .filter(each -> each.floor().graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS))
                .filter(each -> !onlyAdvises(each.rule()))
                .map(each -> each.rule().code())
                .collect(Collectors.toSet());
    }

    /** What a clinician's override kept from firing. */
    private List<String> lifted(Sheet sheet, Circumstances circumstances) {
        if (circumstances.lifted().isEmpty()) {
            return List.of();
        }
        return ruleset.rules()
                .filter(rule -> circumstances.lifted().contains(rule.code()))
                .filter(rule -> Truths.may(sheet.truths(rule.when()), Truths.TRUE | Truths.UNKNOWN))
                .map(Rule::code)
                .toList();
    }
}
