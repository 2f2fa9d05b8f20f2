package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Question.Change;
import ca.tripoint.triage.ruleset.Rule.Lift;
import ca.tripoint.triage.ruleset.Ruleset.Advice;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** What must be true of a ruleset as a whole before it is served. */
final class Completeness {
    /** What the hand-off letter says, beside its recipient, urgency and sections. */
    private static final List<String> LETTER = List.of("""
            title person birth date intro introCleared reasons rule basis told denied question answer missing earlier earlierText ask reply
            replyMuscular replySciatica replyUnsure replyYes replyNo signature footer sender senderAbout senderWhat recipient patient
            age reference redFlags otherReasons clearedReasons deniedTitle unresolved nothingMissing action actionTold actionStopped
            actionPlan planCourse planMuscles planMuscle side.LEFT side.RIGHT notDiagnosis running ruleset
            """.trim().split("\\s+"));

    /** What the service itself reckons with. */
    private static final List<String> CONSTANTS = List.of("clearanceDays", "bookingHorizonDays", "reviewAfterSessions");

    private final Ruleset ruleset;

    private Completeness(Ruleset ruleset) {
        this.ruleset = ruleset;
    }

    static Ruleset checked(Ruleset ruleset) {
        Completeness completeness = new Completeness(ruleset);
        completeness.codes();
        completeness.constants();
        completeness.evidence();
        completeness.consent();
        completeness.reachable();
        completeness.texts();
        return ruleset;
    }

    private void codes() {
        Set<String> codes = new HashSet<>();
        ruleset.rules().forEach(rule -> {
            if (!codes.add(rule.code())) {
                throw new RulesetRejected("rules.yaml", rule.code(), "code twice");
            }
        });
        for (Advice advice : ruleset.advice()) {
            Stream.concat(Stream.of(advice.adjustment(), advice.withoutAdjustment()), advice.unlessOnly().stream())
                    .filter(code -> code != null && !codes.contains(code))
                    .findFirst()
                    .ifPresent(code -> {
                        throw new RulesetRejected("rules.yaml", "advice " + advice.code(), "unknown rule " + code);
                    });
        }
    }

    private void constants() {
        CONSTANTS.stream()
                .filter(name -> !ruleset.constants().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new RulesetRejected("rules.yaml", "constants", "missing field " + name);
                });
    }

    /** The rules know one age for everybody and others for single provinces: what is asked for consent must not say another. */
    private void consent() {
        terms("default", "adultAge", ruleset.consent().usual());
        ruleset.consent().provinces().forEach((province, terms) -> {
            boolean known = ruleset.questionnaire()
                    .find("visit.province")
                    .filter(question -> question.has(province))
                    .isPresent();
            if (!known) {
                throw new RulesetRejected("consent.yaml", province, "unknown province");
            }
            boolean ownAge = ruleset.constants().containsKey("adultAge" + province);
            terms(province, ownAge ? "adultAge" + province : "adultAge", terms);
        });
    }

    private void terms(String row, String constant, Ruleset.ConsentTerms terms) {
        cited("consent.yaml", row, terms.evidence());
        if (!Integer.valueOf(terms.adultAge()).equals(ruleset.constants().get(constant))) {
            throw new RulesetRejected("consent.yaml", row, "adultAge differs from the constant " + constant);
        }
    }

    private void evidence() {
        ruleset.rules().forEach(rule -> cited("rules.yaml", rule.code(), rule.evidence()));
        ruleset.plan().muscles().forEach(muscle -> cited("muscles.yaml", muscle.code(), muscle.evidence()));
        ruleset.plan().coTargets().forEach(target -> cited("muscles.yaml", "coTargets", target.evidence()));
        cited("muscles.yaml", "", ruleset.plan().evidence());
    }

    private void cited(String file, String row, List<String> evidence) {
        if (evidence.isEmpty()) {
            throw new RulesetRejected(file, row, "missing evidence");
        }
        evidence.stream()
                .filter(id -> !ruleset.evidence().containsKey(id))
                .findFirst()
                .ifPresent(id -> {
                    throw new RulesetRejected(file, row, "unknown evidence " + id);
                });
    }

    private void reachable() {
        Set<Outcome> reached = EnumSet.of(Outcome.PROCEED);
        BitSet read = new BitSet();
        ruleset.rules().forEach(rule -> {
            require(rule.code(), rule.when());
            reached.add(rule.gravest());
            read.or(rule.reads());
        });
        for (Rule.RedFlag flag : ruleset.redFlags()) {
            reached.add(flag.outcome());
            if (flag.escalates() != null) {
                require(
                        flag.code() + " escalates",
                        new Condition.All(List.of(flag.when(), flag.escalates().when())));
                read.or(flag.escalates().reads());
            }
        }
        ruleset.contradictions().forEach(contradiction -> require(contradiction.code(), contradiction.when()));
        for (Outcome outcome : EnumSet.complementOf(EnumSet.of(Outcome.INCOMPLETE))) {
            if (!reached.contains(outcome)) {
                throw new RulesetRejected("rules.yaml", outcome.name(), "unreachable outcome: no rule comes to it");
            }
        }
        for (Question question : ruleset.questionnaire().questions()) {
            if (question.visibleWhen() != null
                    && !Reachability.reachable(ruleset.questionnaire(), question.visibleWhen())) {
                throw new RulesetRejected("questionnaire.yaml", question.id(), "can never be visible");
            }
            if (question.needed() && !read.get(question.index())) {
                throw new RulesetRejected("questionnaire.yaml", question.id(), "needed, but no rule reads it");
            }
        }
    }

    private void require(String row, Condition when) {
        if (!Reachability.reachable(ruleset.questionnaire(), when)) {
            throw new RulesetRejected("rules.yaml", row, "unreachable outcome: no answers make this true");
        }
    }

    private void texts() {
        Set<String> expected = expectedTexts();
        for (Locale language : Ruleset.LANGUAGES) {
            Texts texts = ruleset.texts(language);
            String file = "texts." + language.toLanguageTag() + ".yaml";
            expected.stream()
                    .filter(key -> texts.find(key).isEmpty())
                    .sorted()
                    .findFirst()
                    .ifPresent(key -> {
                        throw new RulesetRejected(file, key, "missing text");
                    });
            options(file, texts);
            Set<String> options = optionTexts();
            texts.byKey().keySet().stream()
                    .filter(key -> !expected.contains(key) && !options.contains(key))
                    .sorted()
                    .findFirst()
                    .ifPresent(key -> {
                        throw new RulesetRejected(file, key, "unknown field");
                    });
        }
        Set<String> english = ruleset.texts(Locale.CANADA).byKey().keySet();
        Set<String> french = ruleset.texts(Locale.CANADA_FRENCH).byKey().keySet();
        differing(english, french, "texts.fr-CA.yaml");
        differing(french, english, "texts.en-CA.yaml");
    }

    private static void differing(Set<String> these, Set<String> others, String file) {
        these.stream().filter(key -> !others.contains(key)).sorted().findFirst().ifPresent(key -> {
            throw new RulesetRejected(file, key, "missing text");
        });
    }

    private void options(String file, Texts texts) {
        for (Question question : ruleset.questionnaire().questions()) {
            for (String code : question.options()) {
                if (optionKeys(question, code).noneMatch(key -> texts.find(key).isPresent())) {
                    throw new RulesetRejected(file, "options " + question.id() + " " + code, "missing text");
                }
            }
        }
    }

    private Set<String> optionTexts() {
        Set<String> keys = new HashSet<>(Set.of("options.UNKNOWN", "options.DECLINED"));
        ruleset.questionnaire()
                .questions()
                .forEach(question -> question.options()
                        .forEach(code -> optionKeys(question, code).forEach(keys::add)));
        return keys;
    }

    private static Stream<String> optionKeys(Question question, String code) {
        return Stream.of("options." + question.id() + "." + code, "options." + code, "regions." + code);
    }

    private Set<String> expectedTexts() {
        Set<String> keys = new HashSet<>(Set.of(
                "title",
                "intro",
                "options.UNKNOWN",
                "options.DECLINED",
                "becauses.REASK",
                "becauses.CLARIFY",
                "changes.could",
                "changes.couldLater",
                "changes.and",
                "changes.known",
                "contradictions.NOTES_MENTION",
                "outcomes.NO_LONGER",
                "outcomes.NOT_SENT",
                "consent.healthIntake",
                "consent.glutealWork",
                "reconfirmation.CHANGES",
                "reconfirmation.HEALTH",
                "reconfirmation.EVENTS",
                "phrases.today",
                "phrases.yesterday",
                "phrases.daysAgo",
                "phrases.none",
                "phrases.ifCleared",
                "phrases.toldEarlier",
                "phrases.outdatedFlag"));
        ruleset.questionnaire()
                .sections()
                .forEach(section -> keys.addAll(List.of("sections." + section, "letter.section." + section)));
        LETTER.forEach(key -> keys.add("letter." + key));
        ruleset.regions().codes().forEach(code -> keys.add("regions." + code));
        for (Lift lift : Lift.values()) {
            keys.add("changes.liftedBy." + lift);
        }
        ruleset.questionnaire()
                .glossary()
                .forEach(term -> keys.addAll(List.of("glossary." + term + ".name", "glossary." + term + ".text")));
        BitSet blocking = new BitSet();
        Stream.concat(ruleset.redFlags().stream(), ruleset.gates().stream()).forEach(rule -> blocking.or(rule.reads()));
        ruleset.questionnaire().questions().forEach(question -> question(question, blocking, keys::add));
        for (Outcome outcome : Outcome.values()) {
            keys.add("outcomes." + outcome);
            if (outcome != Outcome.INCOMPLETE) {
                keys.addAll(List.of("letter.to." + outcome, "letter.urgency." + outcome));
            }
            if (outcome.graverThan(Outcome.PROCEED_WITH_ADJUSTMENTS)) {
                keys.add("letter.ask." + outcome);
            }
        }
        List<String> rules = new ArrayList<>(ruleset.rules().map(Rule::code).toList());
        rules.addAll(List.of(Ruleset.UNRESOLVED_RED_FLAG_QUESTION, Ruleset.UNRESOLVED_SAFETY_QUESTION));
        ruleset.adjustments().stream()
                .filter(adjustment -> adjustment.forEach() != null)
                .forEach(adjustment -> rules.add(adjustment.code() + "_UNKNOWN"));
        rules.forEach(code -> keys.addAll(List.of("rules." + code + ".name", "rules." + code + ".text")));
        ruleset.contradictions().forEach(contradiction -> keys.add("contradictions." + contradiction.code()));
        ruleset.advice().forEach(advice -> {
            keys.add("advice." + advice.code());
            if (advice.call() != null) {
                keys.add("calls." + advice.call());
            }
        });
        ruleset.plan().muscles().forEach(muscle -> {
            keys.add("muscles." + muscle.code() + ".name");
            keys.add("muscles." + muscle.code() + ".about");
        });
        for (Pressure pressure : Pressure.values()) {
            keys.add("pressures." + pressure);
        }
        for (Position position : Position.values()) {
            keys.add("positions." + position);
        }
        keys.add("techniques." + ruleset.plan().technique());
        keys.add("techniques." + ruleset.plan().gentleTechnique());
        return keys;
    }

    private static void question(Question question, BitSet blocking, Consumer<String> keys) {
        String prefix = "questions." + question.id() + ".";
        keys.accept(prefix + "text");
        keys.accept(prefix + "why");
        keys.accept(prefix + "label");
        if (question.critical()) {
            keys.accept(prefix + "plainer");
        }
        if (question.change() != Change.FIXED && blocking.get(question.index())) {
            keys.accept(prefix + "change");
        }
        if (question.unit() != null) {
            keys.accept("units." + question.unit());
        }
    }
}
