package dev.runengine.cli.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "run-engine",
        synopsisSubcommandLabel = "COMMAND",
        description =
                "Builds content from steps that are slow and cost money, and after a change only what it touches.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Data goes to standard output, progress and messages to standard error; NO_COLOR is respected.",
            "'run-engine help COMMAND' or 'COMMAND --help' tells more."
        })
final class RootCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command");
    }

    static CommandLine line() {
        return new CommandLine(new RootCommand());
    }
}
