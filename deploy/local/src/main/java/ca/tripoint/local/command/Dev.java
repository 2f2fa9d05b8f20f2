package ca.tripoint.local.command;

import ca.tripoint.local.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The part of the {@code dev} script that deals with a running system. */
@Command(
        name = "./dev",
        subcommands = {Up.class, Down.class, Status.class, Demo.class, Token.class})
public final class Dev {
    private Dev() {}

    public static void main(String[] arguments) {
        CommandLine line = new CommandLine(new Dev());
        line.setExecutionExceptionHandler((failed, command, parsed) -> {
            if (failed instanceof Refused refused) {
                command.getErr().println(refused.getMessage());
            } else {
                failed.printStackTrace(command.getErr());
            }
            return 1;
        });
        System.exit(line.execute(arguments));
    }
}
