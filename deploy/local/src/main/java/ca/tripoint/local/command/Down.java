package ca.tripoint.local.command;

import ca.tripoint.local.State;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "down", description = "End the system that up started; its data stay.")
final class Down implements Callable<Integer> {
    private final Setting setting;
    private final PrintStream out;

    Down(Setting setting) {
        this.setting = setting;
        out = setting.out();
    }

    @Override
    public Integer call() {
        Optional<State> state = State.read(setting.repository().home());
        if (state.isEmpty()) {
            out.println("Tripoint is not running.");
            return 0;
        }
        state.get().end();
        out.println("Stopped; the data stay in " + state.get().home());
        return 0;
    }
}
