package ca.tripoint.local.command;

import ca.tripoint.local.Repository;
import ca.tripoint.local.State;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "End the system that up started; its data stay.")
final class Down implements Callable<Integer> {
    private static final PrintStream OUT = System.out;

    @Override
    public Integer call() {
        Optional<State> state = State.read(Repository.here().home());
        if (state.isEmpty()) {
            OUT.println("Tripoint is not running.");
            return 0;
        }
        state.get().end();
        OUT.println("Stopped; the data stay in " + state.get().home());
        return 0;
    }
}
