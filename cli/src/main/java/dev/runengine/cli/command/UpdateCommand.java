package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "update",
        description = "Change a completed run: only what the change touches is executed. Prints the new run's id.")
final class UpdateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Mixin
    private final Following following = new Following();

    @Option(names = "--plan", paramLabel = "PLAN", description = "Do exactly what was planned, or nothing.")
    private Optional<UUID> plan = Optional.empty();

    UpdateCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() throws IOException {
        var body = plan.map(change::ofPlan).orElseGet(() -> change.body(console));
        var folder = following.folder();
        try (var connection = target.connect()) {
            var accepted = connection.client().update(change.baseRunId(), body);
            console.say(accepted.message());
            following.follow(accepted.runId(), connection, console, folder);
        }
        return 0;
    }
}
