package ca.tripoint.triage.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Person;
import ca.tripoint.triage.fhir.FhirBundle.Screened;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.screening.ToldFlag;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import ca.uhn.fhir.validation.ValidationResult;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Flag;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.RiskAssessment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HAPI's validator is the judge. */
class FhirBundleTest {
    private static final FhirContext FHIR = FhirContext.forR4();
    private static final FhirValidator VALIDATOR = validator();

    private static FhirValidator validator() {
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(FHIR),
                new CommonCodeSystemsTerminologyService(FHIR),
                new InMemoryTerminologyServerValidationSupport(FHIR));
        return FHIR.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    private static String json(Person person, Locale language) {
        return json(
                person,
                Answers.NONE,
                person.decision().redFlags().stream()
                        .map(flag -> new ToldFlag(flag.code(), flag.urgency(), Person.NOW, false))
                        .toList(),
                language);
    }

    private static String json(Person person, Answers earlier, List<ToldFlag> redFlags, Locale language) {
        Screened screened = new Screened(
                UUID.fromString("450dd25f-32a6-4374-bac1-ed6004493d10"),
                UUID.fromString("6f1c2b7e-8a55-4c1e-9d3c-0a4b6f1d2e3f"),
                Person.NOW,
                person.decision().decidable(),
                person.answers(),
                earlier,
                person.decision(),
                redFlags);
        try {
            return new ObjectMapper().writeValueAsString(FhirBundle.of(Person.RULES, language, screened));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Bundle bundle(Person person) {
        return FHIR.newJsonParser().parseResource(Bundle.class, json(person, Locale.CANADA));
    }

    private static <T extends Resource> List<T> resources(Bundle bundle, Class<T> type) {
        return bundle.getEntry().stream()
                .map(Bundle.BundleEntryComponent::getResource)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static void assertValid(Person person) {
        Ruleset.LANGUAGES.forEach(language -> assertValid(json(person, language)));
    }

    private static void assertValid(String json) {
        ValidationResult result = VALIDATOR.validateWithResult(json);
        List<SingleValidationMessage> errors = result.getMessages().stream()
                .filter(message -> message.getSeverity().compareTo(ResultSeverityEnum.ERROR) >= 0)
                .toList();
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PROCEED", "PROCEED_WITH_ADJUSTMENTS", "ASSESSMENT_FIRST", "URGENT_ASSESSMENT", "EMERGENCY"})
    void every_kind_of_screening_is_valid_fhir(String outcome) {
        assertValid(Person.answering(outcome));
    }

    @Test
    void unknown_declined_empty_and_written_answers_are_valid_fhir() {
        assertValid(Person.silent());
        assertValid(Person.cleared()
                .with("gen.fever", "UNKNOWN")
                .with("ces.saddleNumbness", "DECLINED")
                .with("pain.episodeDays", "UNKNOWN")
                .with("notes", "It began on the <ice> & got worse"));
    }

    @Test
    void what_was_written_freely_is_not_exported() {
        assertThat(json(Person.cleared().with("notes", "It began on the <ice>"), Locale.CANADA))
                .doesNotContain("<ice>")
                .contains("pain.regions");
    }

    @Test
    void a_denied_symptom_is_an_observation_too() {
        List<Observation> observations = resources(bundle(Person.cleared()), Observation.class);

        assertThat(observations)
                .filteredOn(observation ->
                        observation.getCode().getCodingFirstRep().getCode().equals("ces.saddleNumbness"))
                .singleElement()
                .satisfies(observation -> assertThat(
                                observation.getValueBooleanType().booleanValue())
                        .isFalse());
    }

    @Test
    void red_flags_are_flags_and_the_decision_is_a_risk_assessment() {
        Bundle bundle = bundle(Person.answering("EMERGENCY"));

        assertThat(resources(bundle, Flag.class))
                .extracting(flag -> flag.getCode().getCodingFirstRep().getCode())
                .containsExactly("BLADDER_CONTROL_LOSS");
        assertThat(resources(bundle, RiskAssessment.class))
                .singleElement()
                .satisfies(risk -> assertThat(risk.getPredictionFirstRep()
                                .getOutcome()
                                .getCodingFirstRep()
                                .getCode())
                        .isEqualTo("EMERGENCY"));
        assertThat(resources(bundle, QuestionnaireResponse.class))
                .singleElement()
                .satisfies(response -> assertThat(response.getItem()).hasSizeGreaterThan(40));
    }

    @Test
    void what_was_told_earlier_is_exported_by_itself_with_its_day() {
        Instant march = Instant.parse("2026-03-02T15:00:00Z");
        Answers earlier = Answers.NONE
                .with("gen.surgeryWithin6Weeks", new Answer.Choice("YES", march))
                .with("dx.confirmed", new Answer.Choices(Set.of("DISC_HERNIATION"), march));
        ToldFlag graver = new ToldFlag("FEVER_WITH_BACK_PAIN", Outcome.EMERGENCY, march, true);
        Person feverish = Person.silent().with("gen.fever", "YES");
        for (Locale language : Ruleset.LANGUAGES) {
            assertValid(json(feverish, earlier, List.of(graver), language));
        }

        Bundle bundle = FHIR.newJsonParser()
                .parseResource(Bundle.class, json(feverish, earlier, List.of(graver), Locale.CANADA));

        assertThat(resources(bundle, QuestionnaireResponse.class))
                .filteredOn(response -> response.getStatus() == QuestionnaireResponseStatus.STOPPED)
                .singleElement()
                .satisfies(response -> {
                    assertThat(response.getAuthored()).isEqualTo(march);
                    assertThat(response.getItem())
                            .extracting(QuestionnaireResponse.QuestionnaireResponseItemComponent::getLinkId)
                            .containsExactlyInAnyOrder("gen.surgeryWithin6Weeks", "dx.confirmed");
                });
        assertThat(bundle.getEntry())
                .extracting(Bundle.BundleEntryComponent::getFullUrl)
                .doesNotHaveDuplicates();
        assertThat(resources(bundle, Flag.class)).singleElement().satisfies(flag -> {
            assertThat(flag.getCode().getText()).contains("told earlier");
            assertThat(flag.getPeriod().getStart()).isEqualTo(march);
        });
        assertThat(resources(bundle, Observation.class))
                .filteredOn(Observation::hasNote)
                .singleElement()
                .satisfies(told ->
                        assertThat(told.getEffectiveDateTimeType().getValue()).isEqualTo(march));
    }
}
