package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "schedules",
        synopsisSubcommandLabel = "COMMAND",
        description = "Start runs again and again: ls, create, delete.")
final class SchedulesCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: ls, create or delete");
    }

    static CommandLine line(Console console, Supplier<Target> target) {
        return new CommandLine(new SchedulesCommand())
                .addSubcommand(new ScheduleListCommand(console, target.get()))
                .addSubcommand(new ScheduleCreateCommand(console, target.get()))
                .addSubcommand(new ScheduleDeleteCommand(console, target.get()));
    }
}
