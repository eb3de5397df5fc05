package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "delete", description = "Delete a schedule. Runs it started go on.")
final class ScheduleDeleteCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Parameters(paramLabel = "NAME", description = "Of the schedule.")
    private String name = "";

    ScheduleDeleteCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            console.print(connection.client().deleteSchedule(name).name());
        }
        return 0;
    }
}
