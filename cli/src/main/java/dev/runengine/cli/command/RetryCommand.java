package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "retry", description = "Queue a failed run again, keeping its finished steps, and wait for it.")
final class RetryCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    @Mixin
    private final Following following = new Following();

    RetryCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() throws IOException {
        var folder = following.folder();
        try (var connection = target.connect()) {
            var accepted = connection.client().retry(runId.value());
            console.say(accepted.message());
            following.follow(accepted.runId(), connection, console, folder);
        }
        return 0;
    }
}
