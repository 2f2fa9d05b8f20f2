package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.plan.Finding;
import ca.tripoint.triage.plan.Plan;
import ca.tripoint.triage.plan.Planner;
import ca.tripoint.triage.ruleset.Constraint;
import ca.tripoint.triage.ruleset.Constraint.HoldAbove;
import ca.tripoint.triage.ruleset.Constraint.PressureAbove;
import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Position;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Regions;
import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What makes a decision trustworthy, over 130,000 generated screenings. */
class ScreeningPropertyTest {
    private static final Circumstances TODAY = Circumstances.on(Person.TODAY);
    private static final Engine ANOTHER_ENGINE = new Engine(Person.RULES);
    private static final Planner PLANNER = new Planner(Person.RULES);

    /** Screenings of every kind: nearly healthy, badly ill, incomplete, contradictory. */
    @Provide
    Arbitrary<Answers> screenings() {
        return Arbitraries.randomValue(GeneratedScreenings::any);
    }

    /** Complete screenings most of which may book. */
    @Provide
    Arbitrary<Answers> mostlyWell() {
        return Arbitraries.randomValue(GeneratedScreenings::mostlyWell);
    }

    @Property(tries = 30_000, shrinking = ShrinkingMode.OFF)
    void making_a_safety_answer_worse_never_lowers_the_outcome(
            @ForAll("mostlyWell") Answers answers, @ForAll Random random) {
        Answers worse = WorseAnswers.oneOf(answers, random);

        Decision before = Person.ENGINE.decide(answers, TODAY);
        Decision after = Person.ENGINE.decide(worse, TODAY);

        if (before.decidable() && after.decidable()) {
            assertThat(after.outcome()).isGreaterThanOrEqualTo(before.outcome());
        }
        if (before.contradictions().isEmpty() && after.contradictions().isEmpty()) {
            assertThat(after.floor()).isGreaterThanOrEqualTo(before.floor());
            assertThat(after.ceiling()).isGreaterThanOrEqualTo(before.ceiling());
        }
        if (before.outcome().graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS)) {
            assertThat(after.outcome().bookable()).isFalse();
        }
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void the_order_of_answers_never_matters_and_a_replay_is_identical(
            @ForAll("screenings") Answers answers, @ForAll Random random) {
        List<Map.Entry<String, Answer>> entries =
                new ArrayList<>(answers.byQuestion().entrySet());
        Collections.shuffle(entries, random);
        Map<String, Answer> shuffled = new LinkedHashMap<>();
        entries.forEach(entry -> shuffled.put(entry.getKey(), entry.getValue()));

        Decision decision = Person.ENGINE.decide(answers, TODAY);

        assertThat(Person.ENGINE.decide(new Answers(shuffled), TODAY)).isEqualTo(decision);
        assertThat(ANOTHER_ENGINE.decide(answers, TODAY)).isEqualTo(decision);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void nobody_may_book_with_a_needed_answer_missing(@ForAll("mostlyWell") Answers answers, @ForAll Random random) {
        Answers fewer = GeneratedScreenings.oneAnswerFewer(answers, random);
        Decision decision = Person.ENGINE.decide(fewer, TODAY);

        if (decision.bookable()) {
            Sheet sheet = SheetWriter.sheet(Person.RULES.questionnaire(), fewer, Person.TODAY, true);
            for (Question question : Person.RULES.questionnaire().questions()) {
                boolean visible = Truths.may(sheet.visible(question), Truths.TRUE);
                assertThat(question.needed()
                                && visible
                                && fewer.to(question.id()).isEmpty())
                        .as(question.id())
                        .isFalse();
            }
        }
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void floor_and_ceiling_hold_whatever_is_answered_next(
            @ForAll("screenings") Answers answers, @ForAll Random random) {
        Decision now = Person.ENGINE.decide(answers, TODAY);
        Answers more = GeneratedScreenings.oneAnswerMore(answers, now, random);

        Decision then = Person.ENGINE.decide(more, TODAY);

        assertThat(now.floor()).isLessThanOrEqualTo(now.ceiling());
        if (now.contradictions().isEmpty() && then.contradictions().isEmpty()) {
            assertThat(then.floor()).isGreaterThanOrEqualTo(now.floor());
            assertThat(then.ceiling()).isLessThanOrEqualTo(now.ceiling());
        }
        if (now.outcome() == Outcome.INCOMPLETE) {
            assertThat(now.nextQuestions()).isNotEmpty();
        } else {
            assertThat(now.nextQuestions()).isEmpty();
        }
    }

    @Property(tries = 500, shrinking = ShrinkingMode.OFF)
    void answers_given_one_by_one_decide_like_answers_given_at_once(@ForAll("mostlyWell") Answers answers) {
        Decision atOnce = Person.ENGINE.decide(answers, TODAY);
        Answers sofar = Answers.NONE;
        Decision decision = Person.ENGINE.decide(sofar, TODAY);
        Optional<String> next = next(decision, answers, sofar);
        while (next.isPresent()) {
            String id = next.get();
            sofar = sofar.with(id, answers.to(id).orElseThrow());
            decision = Person.ENGINE.decide(sofar, TODAY);
            next = next(decision, answers, sofar);
        }
        if (atOnce.decidable()) {
            assertThat(decision.outcome()).isEqualTo(atOnce.outcome());
        }
        if (atOnce.bookable()) {
            assertThat(decision.reasons()).isEqualTo(atOnce.reasons());
            assertThat(decision.adjustments()).isEqualTo(atOnce.adjustments());
        }
    }

    /** The first question asked; once somebody may book, one that need not be answered and is. */
    private static Optional<String> next(Decision decision, Answers answers, Answers sofar) {
        Stream<String> asked = decision.bookable()
                ? decision.optionalQuestions().stream()
                        .filter(id -> answers.to(id).isPresent())
                : decision.nextQuestions().stream().limit(1).map(Decision.NextQuestion::id);
        return asked.filter(id -> sofar.to(id).isEmpty())
                .filter(id -> answers.to(id).isPresent())
                .findFirst();
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void nobody_proceeds_without_adjustments_unless_all_three_parts_of_s_57_are_told(
            @ForAll("mostlyWell") Answers answers) {
        Decision decision = Person.ENGINE.decide(answers, TODAY);

        if (decision.outcome() == Outcome.PROCEED) {
            assertThat(GeneratedScreenings.says(answers, "assessment.conclusion", "MUSCULAR"))
                    .isTrue();
            assertThat(GeneratedScreenings.says(answers, "pain.variesWithActivityOrPosition", "YES"))
                    .isTrue();
            assertThat(List.of("neuro.numbness", "neuro.weakness", "neuro.tingling"))
                    .allMatch(sign -> GeneratedScreenings.says(answers, sign, "NONE"));
            assertThat(decision.reasons()).extracting(Decision.Reason::code).contains("CLEARLY_MUSCULAR");
        }
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void no_plan_contains_what_an_adjustment_forbids(@ForAll("mostlyWell") Answers answers, @ForAll Random random) {
        Decision decision = Person.ENGINE.decide(answers, TODAY);
        Plan plan = PLANNER.plan(answers, Person.TODAY, decision.adjustments(), GeneratedScreenings.findings(random));

        for (Decision.AppliedAdjustment applied : decision.adjustments()) {
            Adjustment adjustment =
                    (Adjustment) Person.RULES.rule(applied.rule()).orElseThrow();
            for (Constraint constraint : adjustment.forbids()) {
                plan.steps().forEach(step -> assertAllowed(step, constraint, applied));
            }
        }
        plan.steps()
                .forEach(step -> step.hold().ifPresent(hold -> {
                    assertThat(hold.from()).isBetween(8, hold.to());
                    assertThat(hold.to()).isLessThanOrEqualTo(90);
                }));
        assertThat(plan.durationMinutes()).isIn(60, 75, 90);
        assertThat(plan.course().sessions()).isBetween(3, 6);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.OFF)
    void whoever_may_book_has_a_plan_that_keeps_the_layers_and_turns_the_client_once_at_most(
            @ForAll("mostlyWell") Answers answers, @ForAll Random random) {
        Decision decision = Person.ENGINE.decide(answers, TODAY);
        List<Finding> findings = random.nextBoolean() ? List.of() : GeneratedScreenings.findings(random);
        Plan plan = PLANNER.plan(answers, Person.TODAY, decision.adjustments(), findings);

        if (decision.bookable()) {
            assertThat(plan.steps()).isNotEmpty();
        }
        List<String> lies = new ArrayList<>();
        List<String> worked = new ArrayList<>();
        for (Plan.Step step : plan.steps()) {
            String lie = step.position() + (step.position() == Position.SIDE_LYING ? " " + step.side() : "");
            if (lies.isEmpty() || !lies.getLast().equals(lie)) {
                lies.add(lie);
            }
            if (step.muscle().startsWith("GLUTEUS")) {
                assertThat(worked).doesNotContain("PIRIFORMIS " + step.side());
            }
            worked.add(step.muscle() + " " + step.side());
        }
        assertThat(lies).doesNotHaveDuplicates();
        assertThat(plan.steps()).extracting(Plan.Step::order).isSorted().doesNotHaveDuplicates();
    }

    private static void assertAllowed(Plan.Step step, Constraint constraint, Decision.AppliedAdjustment applied) {
        Muscle muscle = Person.RULES.plan().muscle(step.muscle());
        switch (constraint) {
            case PressureAbove above
            when above.scope().covers(muscle) -> assertThat(step.pressure()).isLessThanOrEqualTo(above.most());
            case HoldAbove above
            when above.scope().covers(muscle) ->
                step.hold().ifPresent(hold -> assertThat(hold.to()).isLessThanOrEqualTo(above.seconds()));
            case Constraint.Positions positions
            when positions.scope().covers(muscle) ->
                assertThat(positions.forbidden()).doesNotContain(step.position());
            case Constraint.Technique technique -> assertThat(step.technique()).isNotEqualTo(technique.forbidden());
            case Constraint.AnyHold ignored -> assertThat(step.hold()).isEmpty();
            case Constraint.Muscles muscles ->
                assertThat(muscles.scope().covers(muscle)).isFalse();
            case Constraint.ThroughTheRegion ignored -> {
                String region = applied.region().orElseThrow();
                boolean sameSide = Regions.side(region).map(step.side()::equals).orElse(true);
                assertThat(sameSide && muscle.through().contains(Regions.base(region)))
                        .isFalse();
            }
            case PressureAbove ignored -> {}
            case HoldAbove ignored -> {}
            case Constraint.Positions ignored -> {}
        }
    }

    @Property(tries = 1_000, shrinking = ShrinkingMode.OFF)
    void every_code_a_decision_reports_has_a_text_in_both_languages(@ForAll("screenings") Answers answers) {
        Decision decision = Person.ENGINE.decide(answers, TODAY);

        Ruleset.LANGUAGES.forEach(language -> {
            Ruleset.Texts texts = Person.RULES.texts(language);
            decision.reasons().forEach(reason -> texts.get("rules." + reason.code() + ".text"));
            decision.advice().forEach(advice -> texts.get("advice." + advice));
            decision.nextQuestions().forEach(next -> texts.get("questions." + next.id() + ".text"));
            decision.contradictions().forEach(clash -> texts.get("contradictions." + clash.code()));
        });
    }
}
