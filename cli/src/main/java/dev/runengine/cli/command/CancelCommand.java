package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "cancel", description = "Cancel a run. Finished steps stay, and can be reused.")
final class CancelCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    CancelCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var run = connection.client().cancel(runId.value());
            console.say(run.over() ? "The run is cancelled" : "The run is being cancelled; its steps are stopping");
            console.print(run.status());
        }
        return 0;
    }
}
