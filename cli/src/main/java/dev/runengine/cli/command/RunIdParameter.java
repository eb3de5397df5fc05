package dev.runengine.cli.command;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** The one run that a command is about. */
final class RunIdParameter {
    private static final UUID NONE = new UUID(0, 0);

    @Parameters(paramLabel = "RUN", description = "The run's id.")
    private UUID value = NONE;

    UUID value() {
        return value;
    }
}
