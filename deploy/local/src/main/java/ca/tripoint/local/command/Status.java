package ca.tripoint.local.command;

import ca.tripoint.local.Repository;
import ca.tripoint.local.State;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Say what is running; 0 if everything is, 1 if not.")
final class Status implements Callable<Integer> {
    private static final PrintStream OUT = System.out;

    @Override
    public Integer call() {
        Optional<State> state = State.read(Repository.here().home());
        if (state.isEmpty()) {
            OUT.println("Tripoint is not running.");
            return 1;
        }
        boolean all = true;
        for (State.PartState part : state.get().parts()) {
            Optional<ProcessHandle> process = state.get().processOf(part);
            String what =
                    process.map(running -> "process " + running.pid()).orElse("ended; start it with " + part.restart());
            OUT.printf("%-22s %-40s %s%n", part.name(), part.url(), what);
            all &= process.isPresent();
        }
        return all ? 0 : 1;
    }
}
