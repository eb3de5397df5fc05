package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "resume", description = "Let a paused run go on.")
final class ResumeCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    ResumeCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var run = connection.client().resume(runId.value());
            console.say("The run goes on");
            console.print(run.status());
        }
        return 0;
    }
}
