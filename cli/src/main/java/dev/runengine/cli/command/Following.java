package dev.runengine.cli.command;

import dev.runengine.cli.connection.Connection;
import dev.runengine.cli.console.Console;
import dev.runengine.cli.output.OutputFolder;
import dev.runengine.cli.output.RunFiles;
import dev.runengine.cli.progress.RunOutcome;
import dev.runengine.cli.progress.RunWatch;
import dev.runengine.cli.progress.Snapshot;
import dev.runengine.cli.words.CostText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import picocli.CommandLine.Option;

/** What commands do that wait for a run: show it, then fetch its files. */
final class Following {
    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Write the files of the run here: campaign/ and, if there is a game, game/. Replaces the folder.")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--timeout", paramLabel = "SECONDS", description = "Wait no longer; the run goes on (exit code 8).")
    private Optional<Long> seconds = Optional.empty();

    /** Where the files go, checked before anything is paid for. */
    Optional<OutputFolder> folder() throws IOException {
        return out.isPresent() ? Optional.of(OutputFolder.at(out.get())) : Optional.empty();
    }

    /** Prints the run's id, which is what scripts want of it, then waits. */
    void follow(UUID runId, Connection connection, Console console, Optional<OutputFolder> folder) throws IOException {
        console.print(runId.toString());
        Snapshot end = new RunWatch(connection, console, InstantSource.system())
                .untilOver(runId, seconds.map(Duration::ofSeconds));
        RunOutcome.check(end);
        console.say("Run completed: %d steps executed, %d reused"
                .formatted(end.executed().size(), end.reused().size()));
        end.run().costs().map(CostText::of).ifPresent(console::say);
        if (folder.isPresent()) {
            export(RunFiles.of(connection.client(), runId), folder.get(), console);
        }
    }

    private static void export(RunFiles files, OutputFolder folder, Console console) throws IOException {
        folder.replace(fresh -> {
            files.writeTo(fresh.resolve("campaign"));
            files.unpackGame(fresh.resolve("game"));
        });
        console.say("Files: " + folder.path());
    }
}
