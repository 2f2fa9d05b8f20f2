package ca.tripoint.local.command;

import ca.tripoint.local.Refused;
import ca.tripoint.local.Tokens;
import java.io.PrintStream;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Print a bearer token, valid 12 h, alone on the last line.")
final class Token implements Callable<Integer> {
    private static final Set<String> GROUPS = Set.of("client", "therapist", "clinician", "partner", "ops");

    private final Setting setting;
    private final PrintStream out;

    @Parameters(paramLabel = "client|therapist|clinician|partner|ops")
    private String group = "";

    @Option(names = "--sub", description = "Whose token; a new person's if not given.")
    private @Nullable UUID subject;

    @Option(names = "--count", description = "Print this many lines “sub token”, each for a new person.")
    private @Nullable Integer count;

    Token(Setting setting) {
        this.setting = setting;
        out = setting.out();
    }

    @Override
    public Integer call() {
        refuseNonsense();
        Tokens tokens = Tokens.of(setting.repository().home());
        if (count == null) {
            UUID person = subject == null ? UUID.randomUUID() : subject;
            out.println("sub " + person);
            out.println(tokens.of(group, person));
        } else {
            for (int index = 0; index < count; index++) {
                UUID person = UUID.randomUUID();
                out.println(person + " " + tokens.of(group, person));
            }
        }
        return 0;
    }

    private void refuseNonsense() {
        if (!GROUPS.contains(group)) {
            throw new Refused("No such group: " + group + ". There are client, therapist, clinician, partner and ops.");
        }
        if (count != null && subject != null) {
            throw new Refused("--sub is one person, --count asks for several new ones: give one of the two.");
        }
        if (count != null && count < 1) {
            throw new Refused("--count must be at least 1, not " + count + ".");
        }
    }
}
