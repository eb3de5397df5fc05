package dev.runengine.app.launch;

import dev.runengine.app.settings.SettingsException;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.server.ServerStartException;

/** What a person is told when a server does not start. */
final class Refusals {
    private Refusals() {}

    static CommandFailure of(SettingsException e) {
        return new CommandFailure(ExitCode.USAGE, "A setting cannot be used", String.valueOf(e.getMessage()), "");
    }

    static CommandFailure of(ServerStartException e) {
        return new CommandFailure(ExitCode.UNEXPECTED, "The server does not start", String.valueOf(e.getMessage()), "");
    }
}
