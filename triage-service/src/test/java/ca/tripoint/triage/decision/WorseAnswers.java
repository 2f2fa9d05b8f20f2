package ca.tripoint.triage.decision;

import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** One answer of a screening made worse by chance, where one answer to its question can be called worse than another. */
final class WorseAnswers {
    private static final List<Question> QUESTIONS = Person.RULES.questionnaire().questions();
    private static final String UNKNOWN = "UNKNOWN";

    /** What combines most; half of the time one of these is made worse. */
    private static final List<String> COMBINING = List.of(
            "neuro.numbness",
            "neuro.weakness",
            "neuro.tingling",
            "neuro.onsetDays",
            "neuro.trend",
            "trauma.kind",
            "trauma.daysAgo",
            "trauma.medicallyAssessedSince",
            "assessment.daysAgo",
            "pain.episodeDays",
            "pregnantWeeks",
            "highRiskPregnancy");

    private static final List<List<String>> SIGN = List.of(
            List.of("NONE", UNKNOWN, "BOTH"), List.of("NONE", "LEFT", "BOTH"), List.of("NONE", "RIGHT", "BOTH"));

    /** Chains from the harmless to the grave. Codes that share no chain cannot be compared. */
    private static final Map<String, List<List<String>>> CHAINS = Map.ofEntries(
            Map.entry("visit.province", List.of(List.of("ON", UNKNOWN, "BC"))),
            Map.entry("pain.trend", List.of(List.of("IMPROVING", "STABLE", "WORSENING"))),
            Map.entry("pain.pattern", List.of(List.of("COMES_IN_WAVES", "CONSTANT"))),
            Map.entry("pain.variesWithActivityOrPosition", List.of(List.of("YES", UNKNOWN, "NO"))),
            Map.entry("neuro.numbness", SIGN),
            Map.entry("neuro.weakness", SIGN),
            Map.entry("neuro.tingling", SIGN),
            Map.entry("neuro.trend", List.of(List.of("IMPROVING", "STABLE", UNKNOWN, "WORSENING"))),
            Map.entry("trauma.kind", List.of(List.of("NONE", UNKNOWN, "SERIOUS"), List.of("NONE", "MINOR", "SERIOUS"))),
            Map.entry("trauma.medicallyAssessedSince", List.of(List.of("YES", UNKNOWN, "NO"))),
            Map.entry("assessment.doneByGpOrPhysio", List.of(List.of("YES", UNKNOWN, "NO"))),
            Map.entry(
                    "assessment.conclusion",
                    List.of(List.of("MUSCULAR", UNKNOWN, "UNSURE"), List.of("MUSCULAR", UNKNOWN, "TRUE_SCIATICA"))));

    private static final List<List<String>> YES_IS_WORSE = List.of(List.of("NO", UNKNOWN, "YES"));
    private static final String WHERE_YES_IS_WORSE =
            "(gen|ces)\\..*|assessment.advisedAgainstMassage|pain.belowKnee|highRiskPregnancy";

    private WorseAnswers() {}

    static Answers oneOf(Answers answers, Random random) {
        Question question = random.nextBoolean()
                ? Person.RULES.questionnaire().question(COMBINING.get(random.nextInt(COMBINING.size())))
                : QUESTIONS.get(random.nextInt(QUESTIONS.size()));
        return answers.to(question.id())
                .map(now -> answers.with(question.id(), worse(question, now, answers, random)))
                .orElse(answers);
    }

    private static Answer worse(Question question, Answer now, Answers answers, Random random) {
        return switch (now) {
            case Answer.Choice choice -> code(question, choice.code(), now, answers, random);
            case Answer.Unresolved ignored
            when question.type() == Type.CHOICE -> code(question, UNKNOWN, now, answers, random);
            case Answer.Day day -> day(question, day, random);
            case Answer.Weeks weeks ->
                random.nextInt(3) == 0
                        ? unknown()
                        : new Answer.Weeks(Math.min(45, weeks.weeks() + random.nextInt(20)), Person.TODAY, Person.NOW);
            case Answer.Whole whole
            when question.id().equals("pain.severity") ->
                new Answer.Whole(Math.min(10, whole.number() + 1 + random.nextInt(3)), Person.NOW);
            case Answer.Whole whole
            when question.id().equals("age") && whole.number() >= 19 ->
                new Answer.Whole(Math.min(120, whole.number() + random.nextInt(40)), Person.NOW);
            case Answer.Choices choices -> more(question, choices, answers, random);
            default -> now;
        };
    }

    private static Answer code(Question question, String code, Answer now, Answers answers, Random random) {
        List<List<String>> all = question.id().matches(WHERE_YES_IS_WORSE)
                ? YES_IS_WORSE
                : CHAINS.getOrDefault(question.id(), List.of());
        List<String> worse = all.stream()
                .filter(chain -> chain.contains(code))
                .flatMap(chain -> chain.subList(chain.indexOf(code) + 1, chain.size()).stream())
                .distinct()
                .toList();
        if (worse.isEmpty() || excusedByADoctor(question, code, answers)) {
            return now;
        }
        String chosen = worse.get(random.nextInt(worse.size()));
        return chosen.equals(UNKNOWN) ? unknown() : new Answer.Choice(chosen, Person.NOW);
    }

    /** A serious injury that a doctor has looked at is better than one that nobody knows of. */
    private static boolean excusedByADoctor(Question question, String code, Answers answers) {
        return question.id().equals("trauma.kind")
                && code.equals(UNKNOWN)
                && GeneratedScreenings.says(answers, "trauma.medicallyAssessedSince", "YES");
    }

    /** Nearer is worse, but for an assessment; an unknown day is worst. */
    private static Answer day(Question question, Answer.Day now, Random random) {
        if (random.nextInt(3) == 0) {
            return unknown();
        }
        long ago = ChronoUnit.DAYS.between(now.day(), Person.TODAY);
        boolean fartherIsWorse = question.id().equals("assessment.daysAgo");
        long worse = fartherIsWorse ? ago + random.nextInt(120) : ago - random.nextInt((int) Math.min(120, ago + 1));
        return new Answer.Day(Person.TODAY.minusDays(worse), Person.NOW);
    }

    /**
     * More marks, or nobody knows. More places that hurt are not worse while one is all there is out of scope, or all there is to
     * work on; and skin nobody knows of is better than skin that is broken everywhere.
     */
    private static Answer more(Question question, Answer.Choices now, Answers answers, Random random) {
        boolean hurts = question.id().equals("pain.regions");
        boolean skin = question.id().equals("skin.localProblemRegions");
        if (hurts && (!now.codes().contains("LUMBAR") || !skinIsWell(answers))) {
            return now;
        }
        if (question.unknownAccepted()
                && random.nextInt(3) == 0
                && !(skin && !now.codes().isEmpty())) {
            return unknown();
        }
        Set<String> codes = new HashSet<>(now.codes());
        codes.add(question.options().get(random.nextInt(question.options().size())));
        return new Answer.Choices(codes, Person.NOW);
    }

    private static boolean skinIsWell(Answers answers) {
        return answers.to("skin.localProblemRegions")
                .filter(answer -> answer instanceof Answer.Choices choices
                        && choices.codes().isEmpty())
                .isPresent();
    }

    private static Answer unknown() {
        return Answer.Unresolved.first(Answer.Unresolved.Reason.UNKNOWN, Person.NOW);
    }
}
