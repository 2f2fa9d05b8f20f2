package ca.tripoint.triage.decision;

import static org.assertj.core.api.Assertions.assertThat;

import ca.tripoint.triage.decision.Circumstances.EarlierFlag;
import ca.tripoint.triage.decision.Fact.Changed;
import ca.tripoint.triage.decision.Fact.Known;
import ca.tripoint.triage.decision.Fact.Overridden;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Truths;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** What would open booking is tried out: on the form of the next day, with everything remembered that is remembered. */
class WouldChangePropertyTest {
    private static final Circumstances TODAY = Circumstances.on(Person.TODAY);
    private static final LocalDate TOMORROW = Person.TODAY.plusDays(1);
    private static final CandidateAnswers CANDIDATES = new CandidateAnswers(Person.RULES);
    /** Ways of answering new questions that are tried before it is said that none opens booking. */
    private static final int FORMS = 400;

    @Provide
    Arbitrary<Answers> screenings() {
        return Arbitraries.randomValue(GeneratedScreenings::mostlyWell);
    }

    @Property(tries = 200, shrinking = ShrinkingMode.OFF)
    void it_opens_booking_and_nothing_less_of_it_does(@ForAll("screenings") Answers answers) {
        Decision decision = Person.ENGINE.decide(answers, TODAY);

        for (List<Fact> facts : new WouldChange(Person.ENGINE).of(answers, TODAY, decision)) {
            assertThat(new Attempt(answers, decision, facts).opens()).isTrue();
            for (Fact fact : facts) {
                List<Fact> fewer = new ArrayList<>(facts);
                fewer.remove(fact);
                assertThat(new Attempt(answers, decision, fewer).opens()).isFalse();
            }
        }
    }

    /** One set of facts, come true. */
    private static final class Attempt {
        private final Answers before;
        private final List<Fact> facts;
        private final Circumstances then;
        private int forms;

        Attempt(Answers before, Decision decision, List<Fact> facts) {
            this.before = before;
            this.facts = facts;
            Set<String> lifted = new HashSet<>();
            for (Fact fact : facts) {
                if (fact instanceof Overridden overridden) {
                    lifted.add(overridden.rule());
                }
            }
            this.then = Circumstances.on(TOMORROW)
                    .after(decision.remembered().stream()
                            .map(code -> new EarlierFlag(code, Person.TODAY))
                            .toList())
                    .lifting(lifted);
        }

        boolean opens() {
            // Nobody was asked what did not show.
            return told(withoutHidden(before), 0).anyMatch(answers -> {
                forms = 0;
                return opens(answers);
            });
        }

        /** With every fact from this one on; what is only known now may be anything. */
        private Stream<Answers> told(Answers answers, int from) {
            if (from == facts.size()) {
                return Stream.of(answers);
            }
            return switch (facts.get(from)) {
                case Changed changed -> told(answers.with(changed.question(), changed.to()), from + 1);
                case Overridden ignored -> told(answers, from + 1);
                case Known known ->
                    CANDIDATES.to(Person.RULES.questionnaire().question(known.question()), answers, TOMORROW).stream()
                            .flatMap(answer -> told(answers.with(known.question(), answer), from + 1));
            };
        }

        /** Whether the form, asked again, opens booking for some answers to what it asks for the first time. */
        private boolean opens(Answers answers) {
            if (forms++ > FORMS) {
                return false;
            }
            Answers asked = withoutHidden(answers);
            List<Question> open = Person.ENGINE.unanswered(Person.ENGINE.sheet(asked, then));
            if (open.isEmpty()) {
                return Person.ENGINE.decide(asked, then).bookable();
            }
            return CANDIDATES.to(open.getFirst(), asked, TOMORROW).stream()
                    .anyMatch(answer -> opens(asked.with(open.getFirst().id(), answer)));
        }

        private Answers withoutHidden(Answers answers) {
            Answers shown = answers;
            for (Question question : Person.RULES.questionnaire().questions()) {
                boolean hidden = question.type() == Type.TEXT
                        || Person.ENGINE.sheet(answers, then).visible(question) != Truths.TRUE;
                if (hidden && answers.to(question.id()).isPresent()) {
                    shown = shown.without(question.id());
                }
            }
            return shown;
        }
    }
}
