package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pause",
        description = "Let nothing new start in a run until it is resumed. Steps that execute end, and are kept.")
final class PauseCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    PauseCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var run = connection.client().pause(runId.value());
            console.say("The run is paused; run-engine resume " + run.id() + " lets it go on");
            console.print(run.status());
        }
        return 0;
    }
}
