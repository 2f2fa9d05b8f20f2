package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.plan.Finding;
import ca.tripoint.triage.ruleset.Muscle;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Regions.Side;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Screenings made of chance. */
final class GeneratedScreenings {
    private static final List<Question> QUESTIONS = Person.RULES.questionnaire().questions();
    private static final int[] DAYS = {0, 1, 5, 13, 14, 15, 30, 41, 42, 43, 60, 89, 90, 179, 180, 400};

    private GeneratedScreenings() {}

    static Answers any(Random random) {
        Map<String, Answer> answers = new HashMap<>();
        double density = random.nextDouble();
        for (Question question : QUESTIONS) {
            if (question.type() != Type.TEXT && random.nextDouble() < 0.5 + density / 2) {
                answers.put(question.id(), answer(question, random, 0.08));
            }
        }
        return new Answers(answers);
    }

    static Answers mostlyWell(Random random) {
        Map<String, Answer> answers = new HashMap<>(Person.cleared().answers().byQuestion());
        answers.put("neuro.onsetDays", day(random));
        answers.put("neuro.trend", choice("STABLE"));
        answers.put("trauma.daysAgo", day(random));
        answers.put("trauma.medicallyAssessedSince", choice("YES"));
        answers.put("highRiskPregnancy", choice("NO"));
        combinations(answers, random);
        for (int i = random.nextInt(5); i > 0; i--) {
            Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            if (question.type() != Type.TEXT) {
                answers.put(question.id(), answer(question, random, 0.1));
            }
        }
        return withoutLooseEnds(new Answers(answers));
    }

    /** What seldom meets by chance: signs on both sides, a pregnancy with its risk, skin that is bad in many places. */
    private static void combinations(Map<String, Answer> answers, Random random) {
        if (random.nextInt(4) == 0) {
            signs(answers, random);
            answers.put("assessment.daysAgo", new Answer.Day(Person.TODAY, Person.NOW));
        }
        if (random.nextInt(6) == 0) {
            answers.put("pregnantWeeks", new Answer.Weeks(1 + random.nextInt(40), Person.TODAY, Person.NOW));
            answers.put("highRiskPregnancy", code(random, "NO", "NO", "YES", "UNKNOWN"));
        }
        if (random.nextInt(6) == 0) {
            Question skin = Person.RULES.questionnaire().question("skin.localProblemRegions");
            Set<String> codes = new HashSet<>();
            for (int i = random.nextInt(12); i > 0; i--) {
                codes.add(skin.options().get(random.nextInt(skin.options().size())));
            }
            answers.put(skin.id(), new Answer.Choices(codes, Person.NOW));
        }
    }

    /** One time in three one side each by another sign. */
    private static void signs(Map<String, Answer> answers, Random random) {
        List<String> sides = new ArrayList<>(List.of("NONE", "LEFT", "RIGHT"));
        Collections.shuffle(sides, random);
        boolean across = random.nextInt(3) == 0;
        for (String sign : List.of("neuro.numbness", "neuro.weakness", "neuro.tingling")) {
            answers.put(
                    sign,
                    across
                            ? choice(sides.removeFirst())
                            : code(random, "NONE", "NONE", "LEFT", "RIGHT", "BOTH", "UNKNOWN"));
        }
    }

    private static Answer code(Random random, String... codes) {
        String code = codes[random.nextInt(codes.length)];
        return code.equals("UNKNOWN") ? unknown() : choice(code);
    }

    /** What a therapist may have found in a last session. */
    static List<Finding> findings(Random random) {
        List<Finding> findings = new ArrayList<>();
        List<Muscle> muscles = Person.RULES.plan().muscles();
        for (int i = random.nextInt(5); i > 0; i--) {
            findings.add(new Finding(
                    muscles.get(random.nextInt(muscles.size())).code(),
                    random.nextBoolean() ? Side.LEFT : Side.RIGHT,
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextBoolean(),
                    random.nextInt(91)));
        }
        return findings;
    }

    /** Details of what is not there would contradict. */
    private static Answers withoutLooseEnds(Answers answers) {
        Answers tidy = answers;
        boolean sign = List.of("neuro.numbness", "neuro.weakness", "neuro.tingling").stream()
                .anyMatch(id -> !says(answers, id, "NONE"));
        if (!sign) {
            tidy = tidy.without("neuro.onsetDays").without("neuro.trend");
        }
        if (says(answers, "trauma.kind", "NONE")) {
            tidy = tidy.without("trauma.daysAgo").without("trauma.medicallyAssessedSince");
        }
        if (says(answers, "assessment.doneByGpOrPhysio", "NO")) {
            tidy = tidy.without("assessment.daysAgo").without("assessment.conclusion");
        }
        return tidy;
    }

    static boolean says(Answers answers, String id, String code) {
        return answers.to(id)
                .filter(answer ->
                        answer instanceof Answer.Choice choice && choice.code().equals(code))
                .isPresent();
    }

    static Answers oneAnswerFewer(Answers answers, Random random) {
        Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        return answers.without(question.id());
    }

    static Answers oneAnswerMore(Answers answers, Decision decision, Random random) {
        List<Decision.NextQuestion> next = decision.nextQuestions();
        if (next.isEmpty()) {
            return answers;
        }
        String id = next.get(random.nextInt(next.size())).id();
        return answers.with(id, answer(Person.RULES.questionnaire().question(id), random, 0.1));
    }

    private static Answer answer(Question question, Random random, double unknown) {
        if (question.unknownAccepted() && random.nextDouble() < unknown) {
            return unknown();
        }
        return switch (question.type()) {
            case WHOLE ->
                new Answer.Whole(question.min() + random.nextInt(question.max() - question.min() + 1), Person.NOW);
            case DAYS -> day(random);
            case WEEKS -> new Answer.Weeks(random.nextInt(3) == 0 ? random.nextInt(40) : 0, Person.TODAY, Person.NOW);
            case CHOICE -> choice(mild(question, random));
            case CHOICES -> choices(question, random);
            case TEXT -> throw new IllegalArgumentException("free text is not generated");
        };
    }

    /** Two out of three times the harmless one, so that grave outcomes do not drown the others. */
    private static String mild(Question question, Random random) {
        List<String> options = question.options();
        String harmless = options.contains("NONE") ? "NONE" : options.contains("NO") ? "NO" : options.getFirst();
        return random.nextInt(3) > 0 ? harmless : options.get(random.nextInt(options.size()));
    }

    private static Answer choices(Question question, Random random) {
        Set<String> codes = new HashSet<>();
        for (int i = question.unknownAccepted() ? random.nextInt(3) : 1 + random.nextInt(4); i > 0; i--) {
            codes.add(question.options().get(random.nextInt(question.options().size())));
        }
        return new Answer.Choices(codes, Person.NOW);
    }

    private static Answer day(Random random) {
        return new Answer.Day(Person.TODAY.minusDays(DAYS[random.nextInt(DAYS.length)]), Person.NOW);
    }

    private static Answer choice(String code) {
        return new Answer.Choice(code, Person.NOW);
    }

    private static Answer unknown() {
        return Unresolved.first(Unresolved.Reason.UNKNOWN, Person.NOW);
    }
}
