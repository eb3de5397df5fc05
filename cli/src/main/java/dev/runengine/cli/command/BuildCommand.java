package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.Brief;
import dev.runengine.client.wire.CacheFlags;
import dev.runengine.client.wire.TriggerBody;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "build", description = "Build a campaign from a brief and wait for it. Prints the run's id.")
final class BuildCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final Following following = new Following();

    @Parameters(
            paramLabel = "BRIEF",
            description = "A JSON file (- for standard input): the brief, or {\"campaignId\": .., \"brief\": ..}.")
    private String brief = "";

    @Option(
            names = "--workflow",
            paramLabel = "NAME",
            defaultValue = "campaign.build.v1",
            description = "Default: ${DEFAULT-VALUE}")
    private String workflow = "";

    @Option(names = "--no-cache", description = "Execute every step, even when its result is known.")
    private boolean noCache;

    BuildCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() throws IOException {
        var payload = Brief.triggerPayload(brief, console);
        var folder = following.folder();
        try (var connection = target.connect()) {
            var accepted = connection
                    .client()
                    .trigger(new TriggerBody(
                            workflow,
                            Optional.empty(),
                            payload,
                            noCache ? Optional.of(CacheFlags.REFRESH) : Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of()));
            console.say(accepted.message());
            following.follow(accepted.runId(), connection, console, folder);
        }
        return 0;
    }
}
