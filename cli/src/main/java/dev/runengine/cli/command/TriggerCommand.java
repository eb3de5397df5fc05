package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.Assignments;
import dev.runengine.cli.json.JsonFiles;
import dev.runengine.client.wire.CacheFlags;
import dev.runengine.client.wire.TriggerBody;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "trigger",
        description = {
            "Start any workflow and wait for it. Prints the run's id. Such as:",
            "trigger campaign.update_audio -i base_run_id=RUN -i audio_overrides.genre=epic"
        })
final class TriggerCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final Following following = new Following();

    @Parameters(index = "0", paramLabel = "WORKFLOW", description = "'run-engine workflows' lists them.")
    private String workflow = "";

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PAYLOAD",
            description = "A JSON file (- for standard input). Default: an empty object.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "PATH=VALUE",
            description = "Set a member of the payload; the names of a path are separated by dots.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--workflow-version", paramLabel = "VERSION", description = "Default: the newest.")
    private Optional<String> version = Optional.empty();

    @Option(names = "--no-cache", description = "Execute every step, even when its result is known.")
    private boolean noCache;

    TriggerCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() throws IOException {
        var given = file.map(name -> JsonFiles.read(name, console)).orElseGet(JsonNodeFactory.instance::objectNode);
        var payload = Assignments.over(given, inputs);
        var folder = following.folder();
        try (var connection = target.connect()) {
            var accepted = connection
                    .client()
                    .trigger(new TriggerBody(
                            workflow,
                            version,
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
