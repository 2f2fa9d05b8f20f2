package ca.tripoint.triage.ruleset;

import ca.tripoint.triage.ruleset.Rule.Adjustment;
import ca.tripoint.triage.ruleset.Rule.Gate;
import ca.tripoint.triage.ruleset.Rule.Ground;
import ca.tripoint.triage.ruleset.Rule.RedFlag;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One version of the clinical content, complete and consistent: a ruleset that was loaded can be used. */
public record Ruleset(
        String id,
        String version,
        String sha256,
        Approval approval,
        List<Changes> changelog,
        Map<String, Integer> constants,
        UnassessedPolicy unassessedPolicy,
        Questionnaire questionnaire,
        Regions regions,
        List<RedFlag> redFlags,
        List<Gate> gates,
        List<Adjustment> adjustments,
        List<Ground> grounds,
        List<Contradiction> contradictions,
        List<Advice> advice,
        PlanRules plan,
        Consent consent,
        List<Keyword> keywords,
        Map<String, Evidence> evidence,
        Map<Locale, Texts> texts,
        Map<String, JsonNode> files) {

    /** The two languages every text exists in. */
    public static final List<Locale> LANGUAGES = List.of(Locale.CANADA, Locale.CANADA_FRENCH);

    public static final String UNRESOLVED_RED_FLAG_QUESTION = "UNRESOLVED_RED_FLAG_QUESTION";
    public static final String UNRESOLVED_SAFETY_QUESTION = "UNRESOLVED_SAFETY_QUESTION";

    /** Draft until a clinician approves it. */
    public record Approval(
            String status, boolean clinicallyApproved, List<String> approvedBy, Map<Locale, String> statement) {}

    /** What changed in a version. */
    public record Changes(String version, String date, List<String> changes) {}

    /** What an episode without an assessment comes to (S-15). */
    public enum UnassessedPolicy {
        ASSESSMENT_FIRST,
        PROCEED_WITH_ADVICE
    }

    /** Two answers that cannot both be true, and the questions that are asked again. */
    public record Contradiction(String code, Condition when, List<Question> clarify) {}

    /**
     * What a person is told to do.
     *
     * @param adjustment told only where this adjustment applies
     * @param withoutAdjustment not told where this adjustment applies
     * @param unlessOnly not told where nothing but these rules stands in the way
     */
    public record Advice(
            String code,
            List<Outcome> outcomes,
            @Nullable Condition when,
            @Nullable String adjustment,
            @Nullable String withoutAdjustment,
            List<String> unlessOnly,
            @Nullable String call) {}

    /** Why a rule exists, in each language. The title of a publication is the same in both. */
    public record Evidence(String id, String kind, Map<Locale, String> source, Map<Locale, String> says) {
        public String source(Locale language) {
            return source.getOrDefault(language, id);
        }

        public String says(Locale language) {
            return says.getOrDefault(language, id);
        }
    }

    /**
     * Words in free text that ask a question again, while its answer is still the safe one.
     *
     * @param safe codes or numbers; of a list, whatever names nothing else
     */
    public record Keyword(String code, Question asks, List<String> safe, List<String> words) {}

    public record Consent(String healthIntakeVersion, ConsentTerms usual, Map<String, ConsentTerms> provinces) {
        public ConsentTerms in(String province) {
            return provinces.getOrDefault(province, usual);
        }
    }

    public record ConsentTerms(
            int adultAge,
            String writtenGlutealConsent,
            String verbalGlutealConsent,
            boolean guardianForMinor,
            List<String> evidence) {}

    /** All texts of one language by key, such as {@code rules.NOT_ASSESSED.text}. */
    public record Texts(Map<String, String> byKey) {
        public String get(String key) {
            return find(key).orElseThrow(() -> new IllegalArgumentException("no text " + key));
        }

        public Optional<String> find(String key) {
            return Optional.ofNullable(byKey.get(key));
        }

        public String option(Question question, String code) {
            return find("options." + question.id() + "." + code)
                    .or(() -> find("options." + code))
                    .or(() -> find("regions." + code))
                    .orElseThrow(() -> new IllegalArgumentException("no text for option " + code));
        }
    }

    public Texts texts(Locale language) {
        Texts found = texts.get(language);
        if (found == null) {
            throw new IllegalArgumentException("no texts in " + language.toLanguageTag());
        }
        return found;
    }

    public int constant(String name) {
        Integer value = constants.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no constant " + name);
        }
        return value;
    }

    public Stream<Rule> rules() {
        return Stream.of(redFlags, gates, adjustments, grounds).flatMap(List::stream);
    }

    public Optional<Rule> rule(String code) {
        return rules().filter(rule -> rule.code().equals(code)).findFirst();
    }

    @Override
    public String toString() {
        return id + " " + version;
    }
}
