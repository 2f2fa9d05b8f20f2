package ca.tripoint.local.command;

import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.Part;
import ca.tripoint.local.Repository;
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
    private static final PrintStream OUT = System.out;

    @Option(names = "--detach", description = "Return when it is ready; ./dev down ends it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Forget all data first.")
    private boolean fresh;

    @Override
    public Integer call() throws InterruptedException {
        Repository repository = Repository.here();
        Options options = Options.toWorkWith(repository, detach);
        LocalSystem system = fresh ? LocalSystem.startFresh(options) : LocalSystem.start(options);
        seed(system);
        new Overview(OUT, State.read(repository.home()).orElseThrow()).print();
        if (!detach) {
            system.onLoss(Up::mourn);
            OUT.println("\nCtrl-C ends it.");
            new CountDownLatch(1).await();
        }
        return 0;
    }

    private static void seed(LocalSystem system) {
        List<Answer> refused = SampleTherapists.addTo(system);
        if (refused.isEmpty()) {
            OUT.println("  ✓ sample therapists");
        }
        refused.forEach(answer -> OUT.println("  ✗ a sample therapist was refused: " + answer));
    }

    private static void mourn(Part part) {
        OUT.printf("%n%s has ended. Its log: %s%nStart it again with: %s%n", part.name(), part.log(), part.script());
    }
}
