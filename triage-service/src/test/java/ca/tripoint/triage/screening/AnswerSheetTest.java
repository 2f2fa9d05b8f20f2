package ca.tripoint.triage.screening;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Answer.Unresolved;
import ca.tripoint.triage.decision.Person;
import ca.tripoint.triage.screening.ScreeningContent.StoredAnswer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerSheetTest {
    private static final String SADDLE = "ces.saddleNumbness";

    private static Map<String, StoredAnswer> sent(Map<String, StoredAnswer> stored, String answer) {
        Map<String, JsonNode> sent = Map.of(SADDLE, TextNode.valueOf(answer));
        return AnswerSheet.merged(Person.RULES.questionnaire(), stored, sent, Person.NOW);
    }

    private static Map<String, StoredAnswer> askedAgain(Map<String, StoredAnswer> stored) {
        return ScreeningContent.empty(null)
                .with(stored)
                .askedAgain(Set.of(SADDLE))
                .answers();
    }

    private static boolean isLastWord(Map<String, StoredAnswer> stored) {
        return stored.get(SADDLE).answer() instanceof Unresolved unresolved && unresolved.last();
    }

    @Test
    void not_knowing_once_is_not_the_last_word() {
        assertThat(isLastWord(sent(Map.of(), "UNKNOWN"))).isFalse();
    }

    @Test
    void the_same_answer_sent_again_before_the_question_was_asked_again_uses_nothing_up() {
        Map<String, StoredAnswer> twice = sent(sent(Map.of(), "UNKNOWN"), "UNKNOWN");

        assertThat(isLastWord(twice)).isFalse();
        assertThat(isLastWord(sent(askedAgain(twice), "UNKNOWN"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNKNOWN", "DECLINED"})
    void not_knowing_when_asked_again_is_the_last_word_and_stays_it(String answer) {
        Map<String, StoredAnswer> again = sent(askedAgain(sent(Map.of(), "UNKNOWN")), answer);

        assertThat(isLastWord(again)).isTrue();
        assertThat(isLastWord(sent(again, "UNKNOWN"))).isTrue();
    }

    @Test
    void whoever_knew_in_between_is_asked_again_anew() {
        Map<String, StoredAnswer> known = sent(askedAgain(sent(Map.of(), "UNKNOWN")), "NO");

        assertThat(isLastWord(sent(known, "UNKNOWN"))).isFalse();
    }
}
