package ca.tripoint.triage.fhir;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.CalendarDay;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.SheetWriter;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Ruleset.Texts;
import ca.tripoint.triage.ruleset.Sheet;
import ca.tripoint.triage.ruleset.Truths;
import ca.tripoint.triage.screening.RuleWords;
import ca.tripoint.triage.screening.ToldFlag;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A Bundle of QuestionnaireResponse, Observations (denied symptoms included), Flags and a RiskAssessment. Codes are our own;
 * the texts are in the reader's language. What the person wrote freely is not exported.
 */
public final class FhirBundle {
    private static final String BASE = "https://tripoint.ca/fhir/";
    private static final String ABSENT = "http://terminology.hl7.org/CodeSystem/data-absent-reason";
    /** What becomes an observation of its own: symptoms and health, not circumstances. */
    private static final Set<String> OBSERVED =
            Set.of("PAIN", "NERVES", "BLADDER_AND_BOWEL", "INJURY", "GENERAL_HEALTH", "PREGNANCY");

    /**
     * What is exported; the name of the person is not known here.
     *
     * @param at of the decision, or of the reading where there is none yet
     * @param earlier what was told before and not said again: exported by itself, with its own day
     */
    public record Screened(
            UUID screeningId,
            UUID clientId,
            Instant at,
            boolean decided,
            Answers answers,
            Answers earlier,
            Decision decision,
            List<ToldFlag> redFlags) {
        @Override
        public String toString() {
            return "Screened[" + screeningId + "]";
        }
    }

    private final Ruleset ruleset;
    private final Texts texts;
    private final RuleWords words;
    private final Screened screened;
    private final Sheet sheet;
    private final List<Object> entries = new ArrayList<>();

    private FhirBundle(Ruleset ruleset, Locale language, Screened screened) {
        this.ruleset = ruleset;
        this.texts = ruleset.texts(language);
        this.words = new RuleWords(texts);
        this.screened = screened;
        this.sheet = SheetWriter.sheet(
                ruleset.questionnaire(), screened.answers(), CalendarDay.of(screened.at()), screened.decided());
    }

    public static Map<String, Object> of(Ruleset ruleset, Locale language, Screened screened) {
        return new FhirBundle(ruleset, language, screened).bundle();
    }

    private Map<String, Object> bundle() {
        entry("patient", patient());
        entry("answers", response(screened.answers(), screened.decided() ? "completed" : "in-progress", screened.at()));
        screened.earlier()
                .newestAt()
                .ifPresent(authored -> entry("earlier", response(screened.earlier(), "stopped", authored)));
        for (Question question : ruleset.questionnaire().questions()) {
            if (OBSERVED.contains(question.section()) && question.type() != Type.CHOICES) {
                told(screened.answers(), question)
                        .ifPresent(answer -> entry(question.id(), observation(question, answer, "answers")));
                told(screened.earlier(), question)
                        .ifPresent(answer -> entry(question.id(), toldEarlier(question, answer)));
            }
        }
        for (ToldFlag flag : screened.redFlags()) {
            entry(flag.code(), flag(flag));
        }
        entry("decision", riskAssessment());
        Map<String, Object> bundle = resource("Bundle");
        bundle.put("id", screened.screeningId().toString());
        bundle.put("type", "collection");
        bundle.put("timestamp", screened.at().toString());
        bundle.put("entry", entries);
        return bundle;
    }

    private Optional<Answer> told(Answers answers, Question question) {
        return answers.to(question.id())
                .filter(answer -> !(answer instanceof Answer.Text))
                .filter(answer -> Truths.may(sheet.visible(question), Truths.TRUE));
    }

    private Map<String, Object> patient() {
        Map<String, Object> patient = resource("Patient");
        patient.put(
                "identifier",
                List.of(Map.of(
                        "system", BASE + "clients", "value", screened.clientId().toString())));
        return patient;
    }

    private Map<String, Object> response(Answers answers, String status, Instant authored) {
        List<Object> items = new ArrayList<>();
        for (Question question : ruleset.questionnaire().questions()) {
            told(answers, question).ifPresent(answer -> items.add(item(question, answer)));
        }
        Map<String, Object> response = resource("QuestionnaireResponse");
        response.put("questionnaire", BASE + "Questionnaire/" + ruleset.id() + "|" + ruleset.version());
        response.put("status", status);
        response.put("subject", reference("patient"));
        response.put("authored", authored.toString());
        if (!items.isEmpty()) {
            response.put("item", items);
        }
        return response;
    }

    private Map<String, Object> item(Question question, Answer answer) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("linkId", question.id());
        item.put("text", texts.get("questions." + question.id() + ".text"));
        List<Map<String, Object>> values = itemValues(question, answer);
        if (!values.isEmpty()) {
            item.put("answer", values);
        }
        return item;
    }

    private List<Map<String, Object>> itemValues(Question question, Answer answer) {
        return switch (answer) {
            case Answer.Whole whole -> List.of(Map.of("valueInteger", whole.number()));
            case Answer.Day day -> List.of(Map.of("valueDate", day.day().toString()));
            case Answer.Weeks weeks -> List.of(Map.of("valueInteger", weeks.weeks()));
            case Answer.Choice choice -> List.of(Map.of("valueCoding", answerCoding(question, choice.code())));
            case Answer.Choices choices ->
                question.options().stream()
                        .filter(choices.codes()::contains)
                        .map(code -> Map.<String, Object>of("valueCoding", answerCoding(question, code)))
                        .toList();
            case Answer.Text ignored -> throw ownWords(question);
            case Unresolved unresolved -> List.of(Map.of("valueCoding", absent(unresolved)));
        };
    }

    private Map<String, Object> toldEarlier(Question question, Answer answer) {
        Map<String, Object> observation = observation(question, answer, "earlier");
        observation.put("note", List.of(Map.of("text", texts.get("phrases.toldEarlier"))));
        return observation;
    }

    private Map<String, Object> observation(Question question, Answer answer, String response) {
        Map<String, Object> observation = resource("Observation");
        observation.put("status", "final");
        observation.put(
                "category",
                List.of(concept("http://terminology.hl7.org/CodeSystem/observation-category", "survey", "Survey")));
        observation.put("code", asked(question));
        observation.put("subject", reference("patient"));
        observation.put("effectiveDateTime", answer.answeredAt().toString());
        observation.put("derivedFrom", List.of(reference(response)));
        switch (answer) {
            case Answer.Whole whole -> observation.put("valueInteger", whole.number());
            case Answer.Weeks weeks -> observation.put("valueInteger", weeks.weeks());
            case Answer.Day day -> observation.put("valueDateTime", day.day().toString());
            case Answer.Choice choice
            when isYesOrNo(question) ->
                observation.put("valueBoolean", choice.code().equals("YES"));
            case Answer.Choice choice ->
                observation.put(
                        "valueCodeableConcept", Map.of("coding", List.of(answerCoding(question, choice.code()))));
            case Answer.Text ignored -> throw ownWords(question);
            case Unresolved unresolved ->
                observation.put("dataAbsentReason", Map.of("coding", List.of(absent(unresolved))));
            case Answer.Choices ignored -> throw new IllegalArgumentException(question.id() + " has many answers");
        }
        return observation;
    }

    private static IllegalArgumentException ownWords(Question question) {
        return new IllegalArgumentException(question.id() + " is answered in a person's own words");
    }

    private static boolean isYesOrNo(Question question) {
        return question.options().equals(List.of("YES", "NO"));
    }

    private Map<String, Object> flag(ToldFlag raised) {
        Map<String, Object> flag = resource("Flag");
        flag.put("status", "active");
        flag.put(
                "category",
                List.of(concept("http://terminology.hl7.org/CodeSystem/flag-category", "clinical", "Clinical")));
        Map<String, Object> code =
                concept(BASE + "CodeSystem/red-flags", raised.code(), texts.get("rules." + raised.code() + ".name"));
        String text = texts.get("rules." + raised.code() + ".text");
        code.put("text", raised.outdated() ? text + " " + texts.get("phrases.outdatedFlag") : text);
        flag.put("code", code);
        flag.put("subject", reference("patient"));
        flag.put("period", Map.of("start", raised.toldAt().toString()));
        return flag;
    }

    private Map<String, Object> riskAssessment() {
        Decision decision = screened.decision();
        String outcome = texts.get("outcomes." + decision.outcome());
        Map<String, Object> prediction = new LinkedHashMap<>();
        prediction.put(
                "outcome",
                concept(BASE + "CodeSystem/outcomes", decision.outcome().name(), outcome));
        String rationale = String.join(
                " ",
                decision.reasons().stream()
                        .map(reason -> words.name(reason, decision) + ".")
                        .distinct()
                        .toList());
        if (!rationale.isEmpty()) {
            prediction.put("rationale", rationale);
        }
        Map<String, Object> assessment = resource("RiskAssessment");
        assessment.put("status", screened.decided() ? "final" : "preliminary");
        assessment.put(
                "method", Map.of("text", ruleset.id() + " " + ruleset.version() + ", SHA-256 " + ruleset.sha256()));
        assessment.put("subject", reference("patient"));
        assessment.put("occurrenceDateTime", screened.at().toString());
        assessment.put("basis", List.of(reference("answers")));
        assessment.put("prediction", List.of(prediction));
        String mitigation = String.join(
                " ",
                decision.advice().stream()
                        .map(code -> texts.get("advice." + code))
                        .toList());
        if (!mitigation.isEmpty()) {
            assessment.put("mitigation", mitigation);
        }
        return assessment;
    }

    private Map<String, Object> asked(Question question) {
        return concept(
                BASE + "CodeSystem/questions", question.id(), texts.get("questions." + question.id() + ".label"));
    }

    private Map<String, Object> answerCoding(Question question, String code) {
        return coding(BASE + "CodeSystem/answers", code, texts.option(question, code));
    }

    private static Map<String, Object> absent(Unresolved unresolved) {
        return switch (unresolved.reason()) {
            case UNKNOWN -> coding(ABSENT, "asked-unknown", "Asked But Unknown");
            case DECLINED -> coding(ABSENT, "asked-declined", "Asked But Declined");
        };
    }

    private static Map<String, Object> concept(String system, String code, String display) {
        Map<String, Object> concept = new LinkedHashMap<>();
        concept.put("coding", List.of(coding(system, code, display)));
        return concept;
    }

    private static Map<String, Object> coding(String system, String code, String display) {
        Map<String, Object> coding = new LinkedHashMap<>();
        coding.put("system", system);
        coding.put("code", code);
        coding.put("display", display);
        return coding;
    }

    private void entry(String name, Map<String, Object> resource) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("fullUrl", url(name));
        resource.put("id", uuid(name).toString());
        entry.put("resource", resource);
        entries.add(entry);
    }

    private Map<String, Object> reference(String name) {
        return Map.of("reference", url(name));
    }

    private String url(String name) {
        return "urn:uuid:" + uuid(name);
    }

    /** The same resource of the same screening keeps its id in every export. */
    private UUID uuid(String name) {
        return UUID.nameUUIDFromBytes((screened.screeningId() + " " + name).getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, Object> resource(String type) {
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("resourceType", type);
        return resource;
    }
}
