package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.words.CompareText;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "compare", description = "Show what differs between two runs of one workflow.")
final class CompareCommand implements Callable<Integer> {
    private static final UUID NONE = new UUID(0, 0);

    private final Console console;

    @Mixin
    private final Target target;

    @Parameters(index = "0", paramLabel = "BASE", description = "The earlier run.")
    private UUID base = NONE;

    @Parameters(index = "1", paramLabel = "HEAD", description = "The later run.")
    private UUID head = NONE;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    CompareCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var comparison = connection.client().compare(base, head);
            if (json) {
                console.print(JsonText.of(comparison));
            } else {
                CompareText.of(comparison).forEach(console::print);
            }
        }
        return 0;
    }
}
