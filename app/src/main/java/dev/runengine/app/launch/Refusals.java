package dev.runengine.app.launch;

import dev.runengine.app.settings.SettingsException;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.server.ServerStartException;
import dev.runengine.store.embedded.DatabaseUnavailableException;
import java.util.stream.Stream;

/** What a person is told when a server does not start. */
final class Refusals {
    private Refusals() {}

    static CommandFailure of(SettingsException e) {
        return new CommandFailure(ExitCode.USAGE, "A setting cannot be used", String.valueOf(e.getMessage()), "");
    }

    static CommandFailure of(ServerStartException e) {
        return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
                .flatMap(Refusals::aboutDatabase)
                .findFirst()
                .orElseGet(() -> new CommandFailure(
                        ExitCode.UNEXPECTED, "The server does not start", String.valueOf(e.getMessage()), ""));
    }

    private static Stream<CommandFailure> aboutDatabase(Throwable cause) {
        return switch (cause) {
            case StoreUnavailableException _ ->
                Stream.of(noDatabase(
                        cause,
                        "check RUN_ENGINE_DATABASE_URL, RUN_ENGINE_DATABASE_USER and RUN_ENGINE_DATABASE_PASSWORD"));
            case DatabaseUnavailableException _ -> Stream.of(noDatabase(cause, ""));
            default -> Stream.empty();
        };
    }

    /** Of what a driver says only the first line: the rest repeats it as codes. */
    private static CommandFailure noDatabase(Throwable cause, String hint) {
        var detail = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return new CommandFailure(ExitCode.UNEXPECTED, "There is no database to use", detail, hint);
    }
}
