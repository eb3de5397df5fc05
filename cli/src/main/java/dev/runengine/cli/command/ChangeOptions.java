package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.Change;
import dev.runengine.client.wire.CacheFlags;
import dev.runengine.client.wire.UpdateBody;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** A change of a run, as the commands take it that plan one or make one. */
final class ChangeOptions {
    private static final UUID NONE = new UUID(0, 0);

    @Spec(Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "RUN", description = "The completed run that the change starts from.")
    private UUID baseRunId = NONE;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CHANGE",
            description = "A JSON file (- for standard input): {\"type\": \"audio.update\", \"payload\": {..}}.")
    private Optional<String> change = Optional.empty();

    @Option(names = "--force", description = "Execute the steps that the change means, even when nothing changed.")
    private boolean force;

    @Option(names = "--no-cache", description = "Take nothing from the cache, only from the base run.")
    private boolean noCache;

    @Option(
            names = "--pin",
            paramLabel = "STEP",
            description = "Keep the base run's result of this step although the change touches what it depends on.")
    private List<String> pins = new ArrayList<>();

    UUID baseRunId() {
        return baseRunId;
    }

    UpdateBody body(Console console) {
        var file = change.orElseThrow(() -> misused("name the file with the change"));
        return new UpdateBody(
                        Change.request(file, console),
                        force,
                        Optional.empty(),
                        noCache ? Optional.of(CacheFlags.REFRESH) : Optional.empty())
                .pinning(pins);
    }

    /** A plan says all that could be said here. */
    UpdateBody ofPlan(UUID planId) {
        if (change.isPresent() || force || noCache || !pins.isEmpty()) {
            throw misused("--plan says what is to be done: leave the change and the other options out");
        }
        return UpdateBody.ofPlan(planId);
    }

    private ParameterException misused(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
