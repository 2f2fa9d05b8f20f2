package ca.tripoint.local.command;

import ca.tripoint.local.State;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Say what is running; 0 if everything is, 1 if not.")
final class Status implements Callable<Integer> {
    private final Setting setting;
    private final PrintStream out;

    Status(Setting setting) {
        this.setting = setting;
        out = setting.out();
    }

    @Override
    public Integer call() {
        Optional<State> state = State.read(setting.repository().home());
        if (state.isEmpty()) {
            out.println("Tripoint is not running.");
            return 1;
        }
        boolean all = true;
        for (State.PartState part : state.get().parts()) {
            Optional<ProcessHandle> process = state.get().processOf(part);
            String what =
                    process.map(running -> "process " + running.pid()).orElse("ended; start it with " + part.restart());
            out.printf("%-22s %-40s %s%n", part.name(), part.url(), what);
            all &= process.isPresent();
        }
        return all ? 0 : 1;
    }
}
