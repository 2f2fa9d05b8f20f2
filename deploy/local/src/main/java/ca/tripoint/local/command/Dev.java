package ca.tripoint.local.command;

import ca.tripoint.local.Refused;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The part of the {@code dev} script that deals with a running system. */
@Command(name = "./dev")
public final class Dev {
    private Dev() {}

    static CommandLine in(Setting setting) {
        return new CommandLine(new Dev())
                .addSubcommand(new Up(setting))
                .addSubcommand(new Down(setting))
                .addSubcommand(new Status(setting))
                .addSubcommand(new Demo(setting))
                .addSubcommand(new Token(setting))
                .setExecutionExceptionHandler((failed, command, parsed) -> {
                    if (failed instanceof Refused refused) {
                        command.getErr().println(refused.getMessage());
                    } else {
                        failed.printStackTrace(command.getErr());
                    }
                    return 1;
                });
    }

    public static void main(String[] arguments) {
        System.exit(in(Setting.here()).execute(arguments));
    }
}
