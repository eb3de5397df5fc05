package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.output.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "ls", description = "List schedules, and when each starts a run next.")
final class ScheduleListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    ScheduleListCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var table = new Table("SCHEDULE", "WORKFLOW", "CRON", "ZONE", "NEXT", "LAST RUN");
            connection
                    .client()
                    .schedules()
                    .schedules()
                    .forEach(schedule -> table.row(
                            schedule.name(),
                            schedule.workflowName(),
                            schedule.cron(),
                            schedule.timeZone(),
                            schedule.nextAt().map(Object::toString).orElse("paused"),
                            schedule.lastRunId().map(Object::toString).orElse("-")));
            table.lines().forEach(console::print);
        }
        return 0;
    }
}
