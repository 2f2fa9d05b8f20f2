package ca.tripoint.local.command;

import ca.tripoint.local.Answer;
import ca.tripoint.local.LocalSystem;
import ca.tripoint.local.Options;
import ca.tripoint.local.SampleTherapists;
import ca.tripoint.local.Service;
import ca.tripoint.local.story.Narrator;
import ca.tripoint.local.story.Stories;
import ca.tripoint.local.story.Story;
import ca.tripoint.local.story.StoryFailed;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "demo", description = "Start the system on free ports, play the stories, stop everything.")
final class Demo implements Callable<Integer> {
    private final Setting setting;
    private final PrintStream out;

    Demo(Setting setting) {
        this.setting = setting;
        out = setting.out();
    }

    @Override
    public Integer call() {
        try (LocalSystem system = LocalSystem.start(Options.passing(setting.repository(), out))) {
            Narrator narrator = new Narrator(out);
            try {
                play(narrator, system);
                return 0;
            } catch (RuntimeException | AssertionError failed) {
                system.keepLogs();
                report(narrator, failed, system);
                return 1;
            }
        }
    }

    private void play(Narrator narrator, LocalSystem system) {
        addTherapists(narrator, system);
        for (Story story : Stories.all()) {
            narrator.title(story.name());
            story.play(narrator, system);
        }
        out.printf("%n%d stories played, all as told.%n", Stories.all().size());
    }

    private static void addTherapists(Narrator narrator, LocalSystem system) {
        narrator.title("Before the stories");
        narrator.step("Therapists in several provinces join");
        List<Answer> refused = SampleTherapists.addTo(system);
        narrator.expect("all are on the roster", refused.isEmpty(), refused);
    }

    private void report(Narrator narrator, Throwable failed, LocalSystem system) {
        String what = failed instanceof StoryFailed
                ? failed.getMessage()
                : "In step “" + narrator.currentStep() + "”: " + failed.getMessage();
        out.printf("%n✗ The demo failed. %s%n", what);
        if (!(failed instanceof AssertionError)) {
            failed.printStackTrace(out);
        }
        out.println("  Logs:");
        for (Service service : Service.values()) {
            out.println("    " + system.log(service));
        }
    }
}
