package ca.tripoint.local.command;

import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.Repository;
import ca.tripoint.local.SampleTherapists;
import ca.tripoint.local.Service;
import ca.tripoint.local.story.Narrator;
import ca.tripoint.local.story.Stories;
import ca.tripoint.local.story.Story;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Start the system on free ports, play the stories, stop everything.")
final class Demo implements Callable<Integer> {
    private static final PrintStream OUT = System.out;

    @Override
    public Integer call() {
        try (LocalSystem system = LocalSystem.start(Options.passing(Repository.here()))) {
            addTherapists(system);
            boolean played = play(system);
            if (!played) {
                system.keepLogs();
            }
            return played ? 0 : 1;
        }
    }

    private static void addTherapists(LocalSystem system) {
        List<Answer> refused = SampleTherapists.addTo(system);
        if (!refused.isEmpty()) {
            throw new IllegalStateException("Sample therapists were refused: " + refused);
        }
    }

    private static boolean play(LocalSystem system) {
        Narrator narrator = new Narrator(OUT);
        for (Story story : Stories.all()) {
            narrator.title(story.name());
            try {
                story.play(narrator, system);
            } catch (RuntimeException | AssertionError failed) {
                report(narrator, failed, system);
                return false;
            }
        }
        OUT.printf("%n%d stories played, all as told.%n", Stories.all().size());
        return true;
    }

    private static void report(Narrator narrator, Throwable failed, LocalSystem system) {
        OUT.printf("%n✗ The demo failed in step “%s”%n  %s%n", narrator.currentStep(), failed.getMessage());
        if (!(failed instanceof AssertionError)) {
            failed.printStackTrace(OUT);
        }
        OUT.println("  Logs:");
        for (Service service : Service.values()) {
            OUT.println("    " + system.log(service));
        }
    }
}
