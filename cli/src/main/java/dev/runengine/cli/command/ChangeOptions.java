package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.Change;
import dev.runengine.client.wire.CacheFlags;
import dev.runengine.client.wire.UpdateBody;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A change of a run, as the commands take it that plan one or make one. */
final class ChangeOptions {
    private static final UUID NONE = new UUID(0, 0);

    @Parameters(index = "0", paramLabel = "RUN", description = "The completed run that the change starts from.")
    private UUID baseRunId = NONE;

    @Parameters(
            index = "1",
            paramLabel = "CHANGE",
            description = "A JSON file (- for standard input): {\"type\": \"audio.update\", \"payload\": {..}}.")
    private String change = "";

    @Option(names = "--force", description = "Execute the steps that the change means, even when nothing changed.")
    private boolean force;

    @Option(names = "--no-cache", description = "Take nothing from the cache, only from the base run.")
    private boolean noCache;

    UUID baseRunId() {
        return baseRunId;
    }

    UpdateBody body(Console console) {
        return new UpdateBody(
                Change.request(change, console),
                force,
                Optional.empty(),
                noCache ? Optional.of(CacheFlags.REFRESH) : Optional.empty());
    }
}
