package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.demo.Demo;
import dev.runengine.cli.output.OutputFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "demo",
        description = "Build a sample campaign, change its music, and show what was executed and what was reused.")
final class DemoCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "out",
            description = "Where the games and files go; replaced as a whole. Default: ${DEFAULT-VALUE}")
    private Path out = Path.of("");

    @Option(names = "--reuse", description = "Reuse what earlier demonstrations made.")
    private boolean reuse;

    DemoCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() throws IOException {
        var folder = OutputFolder.at(out);
        try (var connection = target.connect()) {
            new Demo(connection, console, reuse).writeTo(folder);
        }
        return 0;
    }
}
