package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.RuleExamples.Example;
import ca.tripoint.triage.ruleset.Rule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EveryRuleTest {

    static Stream<String> rules() {
        return Person.RULES.rules().map(Rule::code);
    }

    static Stream<String> grounds() {
        return Person.RULES.grounds().stream().map(Rule::code);
    }

    @Test
    void every_rule_in_the_data_has_an_example_and_every_example_a_rule() {
        assertThat(RuleExamples.BY_RULE.keySet()).containsExactlyInAnyOrderElementsOf(rules().toList());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_fires_and_comes_to_its_outcome(String rule) {
        Example example = RuleExamples.BY_RULE.get(rule);

        Decision decision = example.firing().decision();

        assertThat(fired(decision)).contains(rule);
        assertThat(decision.outcome()).as("%s", decision).isEqualTo(example.outcome());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void a_rule_is_silent_just_beyond_its_limit(String rule) {
        assertThat(fired(RuleExamples.BY_RULE.get(rule).silent().decision())).doesNotContain(rule);
    }

    @ParameterizedTest
    @MethodSource("grounds")
    void a_ground_may_be_silent_though_the_person_may_book(String ground) {
        assertThat(RuleExamples.BY_RULE.get(ground).silent().decision().bookable())
                .isTrue();
    }

    private static List<String> fired(Decision decision) {
        return decision.reasons().stream().map(Decision.Reason::rule).toList();
    }
}
