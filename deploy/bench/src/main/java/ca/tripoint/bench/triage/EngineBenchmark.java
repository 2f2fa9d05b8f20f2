package ca.tripoint.bench.triage;

import ca.tripoint.triage.decision.Answers;
import ca.tripoint.triage.decision.Circumstances;
import ca.tripoint.triage.decision.Decision;
import ca.tripoint.triage.decision.Engine;
import ca.tripoint.triage.ruleset.Outcome;
import ca.tripoint.triage.ruleset.Ruleset;
import ca.tripoint.triage.ruleset.Rulesets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Whole forms, one of each outcome in turn, decided in one thread: by the engine, and by a DMN engine from the same rules. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class EngineBenchmark {
    private final Ruleset ruleset = Rulesets.load("sciatica-ca").active();
    private final Engine engine = new Engine(ruleset);
    private final Circumstances circumstances = Circumstances.on(AnswerSets.TODAY);
    private final DmnRules dmn = new DmnRules(ruleset);
    private final List<Answers> forms = new ArrayList<>();
    private final List<Map<String, Object>> inputs = new ArrayList<>();
    private int next;

    @Setup
    public void read() {
        for (Outcome outcome : AnswerSets.OUTCOMES) {
            Answers answers = AnswerSets.read(AnswerSets.json(outcome), ruleset.questionnaire());
            forms.add(answers);
            inputs.add(dmn.inputs(answers, AnswerSets.TODAY));
        }
    }

    @Benchmark
    public Decision engine() {
        return engine.decide(forms.get(turn()), circumstances);
    }

    @Benchmark
    public Outcome dmn() {
        return dmn.decide(inputs.get(turn()));
    }

    private int turn() {
        next = (next + 1) % AnswerSets.OUTCOMES.size();
        return next;
    }
}
