package ca.tripoint.local.command;

import ca.tripoint.local.Refused;
import ca.tripoint.local.Repository;
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
    private static final PrintStream OUT = System.out;
    private static final Set<String> GROUPS = Set.of("client", "therapist", "clinician", "partner", "ops");

    @Parameters(paramLabel = "client|therapist|clinician|partner|ops")
    private String group = "";

    @Option(names = "--sub", description = "Whose token; a new person's if not given.")
    private @Nullable UUID subject;

    @Option(names = "--count", description = "Print this many lines “sub token”, each for a new person.")
    private int count;

    @Override
    public Integer call() {
        if (!GROUPS.contains(group)) {
            throw new Refused("No such group: " + group + ". There are client, therapist, clinician, partner and ops.");
        }
        Tokens tokens = Tokens.of(Repository.here().home());
        for (int index = 0; index < count; index++) {
            UUID person = UUID.randomUUID();
            OUT.println(person + " " + tokens.of(group, person));
        }
        if (count == 0) {
            UUID person = subject == null ? UUID.randomUUID() : subject;
            OUT.println("sub " + person);
            OUT.println(tokens.of(group, person));
        }
        return 0;
    }
}
