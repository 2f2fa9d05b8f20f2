package ca.tripoint.local.command;

import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.Part;
import ca.tripoint.local.SampleTherapists;
import ca.tripoint.local.State;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Start the system on ports 8081–8084, with sample therapists, until Ctrl-C.")
final class Up implements Callable<Integer> {
    private final Setting setting;
    private final PrintStream out;

    @Option(names = "--detach", description = "Return when it is ready; ./dev down ends it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Forget all data first.")
    private boolean fresh;

    Up(Setting setting) {
        this.setting = setting;
        out = setting.out();
    }

    @Override
    public Integer call() throws InterruptedException {
        Options options = Options.toWorkWith(setting.repository(), setting.ports(), detach, out);
        LocalSystem system = fresh ? LocalSystem.startFresh(options) : LocalSystem.start(options);
        seed(system);
        new Overview(out, State.read(options.home()).orElseThrow()).print();
        if (!detach) {
            system.onLoss(this::mourn);
            out.println("\nCtrl-C ends it.");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private void seed(LocalSystem system) {
        List<Answer> refused = SampleTherapists.addTo(system);
        if (refused.isEmpty()) {
            out.println("  ✓ sample therapists");
        }
        refused.forEach(answer -> out.println("  ✗ a sample therapist was refused: " + answer));
    }

    private void mourn(Part part) {
        out.printf("%n%s has ended. Its log: %s%nStart it again with: %s%n", part.name(), part.log(), part.script());
    }
}
