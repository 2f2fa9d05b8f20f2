package ca.tripoint.bench.triage;

import ca.tripoint.triage.decision.Answer;
import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Question;
import ca.tripoint.triage.ruleset.Question.Type;
import ca.tripoint.triage.ruleset.Ruleset;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNResult;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;

/** The same rules, decided by a DMN engine. */
final class DmnRules {
    private final Ruleset ruleset;
    private final DMNRuntime runtime;
    private final DMNModel model;

    DmnRules(Ruleset ruleset) {
        this.ruleset = ruleset;
        Resource source = ResourceFactory.newReaderResource(new StringReader(DmnModel.of(ruleset)));
        source.setSourcePath("screening.dmn");
        runtime = DMNRuntimeBuilder.fromDefaults()
                .buildConfiguration()
                .fromResources(List.of(source))
                .getOrElseThrow(failure -> new IllegalStateException("the DMN model does not compile", failure));
        model = runtime.getModel(DmnModel.NAMESPACE, DmnModel.NAME);
        if (model.hasErrors()) {
            throw new IllegalStateException("the DMN model does not compile: " + model.getMessages());
        }
    }

    Outcome decide(Map<String, Object> inputs) {
        DMNContext context = runtime.newContext();
        inputs.forEach(context::set);
        DMNResult result = runtime.evaluateByName(model, context, DmnModel.OUTCOME);
        if (result.getDecisionResultByName(DmnModel.OUTCOME).getResult() instanceof BigDecimal gravity) {
            Outcome outcome = Outcome.values()[gravity.intValueExact()];
            return outcome == Outcome.INCOMPLETE ? Outcome.PROCEED : outcome;
        }
        throw new IllegalStateException("the DMN model did not decide: " + result.getMessages());
    }

    /** Answers as the model takes them, laid out before the clock runs. */
    Map<String, Object> inputs(Answers answers, LocalDate today) {
        Map<String, Object> inputs = new HashMap<>();
        for (Question question : ruleset.questionnaire().questions()) {
            inputs.put(DmnModel.given(question), answers.to(question.id()).isPresent());
            inputs.put(
                    DmnModel.input(question),
                    answers.to(question.id())
                            .map(answer -> value(answer, today))
                            .orElseGet(() -> absent(question)));
        }
        return inputs;
    }

    private static Object value(Answer answer, LocalDate today) {
        return switch (answer) {
            case Answer.Whole whole -> BigDecimal.valueOf(whole.number());
            case Answer.Day day -> BigDecimal.valueOf(ChronoUnit.DAYS.between(day.day(), today));
            case Answer.Weeks weeks -> BigDecimal.valueOf(weeks.weeks());
            case Answer.Choice choice -> choice.code();
            case Answer.Choices choices -> List.copyOf(choices.codes());
            case Answer.Text text -> text.text();
            case Answer.Unresolved unresolved ->
                throw new IllegalArgumentException("the model knows given answers only");
        };
    }

    private static Object absent(Question question) {
        if (question.type() == Type.CHOICES) {
            return List.of();
        }
        return DmnModel.isNumber(question) ? BigDecimal.ZERO : DmnModel.ABSENT;
    }
}
