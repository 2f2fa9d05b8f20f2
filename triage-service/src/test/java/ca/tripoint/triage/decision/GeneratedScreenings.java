package ca.tripoint.triage.decision;

import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
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

    /** Codes from the harmless to the grave; what is not listed has no order. */
    private static final Map<String, List<String>> WORSE = Map.of(
            "pain.trend", List.of("IMPROVING", "STABLE", "WORSENING"),
            "neuro.trend", List.of("IMPROVING", "STABLE", "UNKNOWN", "WORSENING"),
            "neuro.numbness", List.of("NONE", "LEFT", "BOTH"),
            "neuro.weakness", List.of("NONE", "RIGHT", "BOTH"),
            "neuro.tingling", List.of("NONE", "LEFT", "BOTH"),
            "assessment.conclusion", List.of("MUSCULAR", "UNSURE"),
            "pain.variesWithActivityOrPosition", List.of("YES", "UNKNOWN", "NO"),
            "assessment.doneByGpOrPhysio", List.of("YES", "UNKNOWN"));

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
        for (int i = random.nextInt(5); i > 0; i--) {
            Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
            if (question.type() != Type.TEXT) {
                answers.put(question.id(), answer(question, random, 0.1));
            }
        }
        return withoutLooseEnds(new Answers(answers));
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

    private static boolean says(Answers answers, String id, String code) {
        return answers.to(id)
                .filter(answer ->
                        answer instanceof Answer.Choice choice && choice.code().equals(code))
                .isPresent();
    }

    static Answers oneAnswerWorse(Answers answers, Random random) {
        Question question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        Answer now = answers.to(question.id()).orElse(null);
        if (now == null) {
            return answers;
        }
        return switch (now) {
            case Answer.Choice choice -> answers.with(question.id(), worse(question, choice, random));
            case Answer.Whole whole
            when question.id().equals("pain.severity") ->
                answers.with(
                        question.id(),
                        new Answer.Whole(Math.min(10, whole.number() + 1 + random.nextInt(3)), Person.NOW));
            case Answer.Whole whole
            when question.id().equals("age") && whole.number() >= 19 ->
                answers.with(
                        question.id(),
                        new Answer.Whole(Math.min(120, whole.number() + random.nextInt(40)), Person.NOW));
            case Answer.Choices choices -> answers.with(question.id(), more(question, choices, random));
            default -> answers;
        };
    }

    private static Answer worse(Question question, Answer.Choice now, Random random) {
        List<String> scale = WORSE.getOrDefault(question.id(), List.of());
        if (scale.isEmpty()
                && question.id().matches("(gen|ces)\\..*|assessment.advisedAgainstMassage|pain.belowKnee")) {
            scale = List.of("NO", "UNKNOWN", "YES");
        }
        int position = scale.indexOf(now.code());
        if (position < 0) {
            return now;
        }
        String code = scale.get(position + random.nextInt(scale.size() - position));
        return code.equals("UNKNOWN") ? unknown() : choice(code);
    }

    private static Answer more(Question question, Answer.Choices now, Random random) {
        Set<String> codes = new HashSet<>(now.codes());
        codes.add(question.options().get(random.nextInt(question.options().size())));
        boolean scope =
                question.id().equals("pain.regions") && now.codes().stream().noneMatch(code -> code.startsWith("L"));
        return scope ? now : new Answer.Choices(codes, Person.NOW);
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
