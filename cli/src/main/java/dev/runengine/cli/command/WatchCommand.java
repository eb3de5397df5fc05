package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "watch", description = "Wait for a run, or fetch the files of a finished one.")
final class WatchCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    @Mixin
    private final Following following = new Following();

    WatchCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() throws IOException {
        var folder = following.folder();
        try (var connection = target.connect()) {
            following.follow(runId.value(), connection, console, folder);
        }
        return 0;
    }
}
