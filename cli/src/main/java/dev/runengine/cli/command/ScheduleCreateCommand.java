package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.Assignments;
import dev.runengine.cli.json.JsonFiles;
import dev.runengine.client.wire.ScheduleBody;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

@Command(
        name = "create",
        description = {"Start a workflow again and again. Such as:", "schedules create nightly song --cron '30 2 * * *'"
        })
final class ScheduleCreateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Parameters(index = "0", paramLabel = "NAME", description = "Of the schedule.")
    private String name = "";

    @Parameters(index = "1", paramLabel = "WORKFLOW", description = "'run-engine workflows' lists them.")
    private String workflow = "";

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "PAYLOAD",
            description = "A JSON file (- for standard input). Default: an empty object.")
    private Optional<String> file = Optional.empty();

    @Option(
            names = {"-i", "--input"},
            paramLabel = "PATH=VALUE",
            description = "Set a member of the payload; the names of a path are separated by dots.")
    private Map<String, String> inputs = new LinkedHashMap<>();

    @Option(names = "--cron", required = true, paramLabel = "CRON", description = "Minute, hour, day, month, weekday.")
    private String cron = "";

    @Option(names = "--zone", paramLabel = "ZONE", description = "Such as Europe/Berlin. Default: UTC.")
    private Optional<String> zone = Optional.empty();

    @Option(
            names = "--catch-up",
            paramLabel = "POLICY",
            description = "Of times missed while no worker was there: skip (default), once or all.")
    private Optional<String> catchUp = Optional.empty();

    @Option(
            names = "--overlap",
            paramLabel = "POLICY",
            description = "While the last run goes on: allow another (default) or skip.")
    private Optional<String> overlap = Optional.empty();

    ScheduleCreateCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        var given = file.map(path -> JsonFiles.read(path, console)).orElseGet(JsonNodeFactory.instance::objectNode);
        var payload = Assignments.over(given, inputs);
        try (var connection = target.connect()) {
            var created = connection
                    .client()
                    .createSchedule(new ScheduleBody(name, workflow, payload, cron, zone, catchUp, overlap));
            console.say("It starts its first run at "
                    + created.nextAt().map(Object::toString).orElse("no time"));
            console.print(created.name());
        }
        return 0;
    }
}
