package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "cache",
        synopsisSubcommandLabel = "COMMAND",
        description = "Look at what the cache holds and what it saved, or delete of it: stats, ls, invalidate.")
final class CacheCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Name a command: stats, ls or invalidate");
    }

    static CommandLine line(Console console, Supplier<Target> target) {
        return new CommandLine(new CacheCommand())
                .addSubcommand(new CacheStatsCommand(console, target.get()))
                .addSubcommand(new CacheListCommand(console, target.get()))
                .addSubcommand(new CacheInvalidateCommand(console, target.get()));
    }
}
