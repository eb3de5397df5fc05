package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.words.CacheText;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "stats", description = "Show what the cache holds, how often it had a result, and what that saved.")
final class CacheStatsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Count from then on, such as 2026-01-31T00:00:00Z." + " Without it: the last seven days.")
    private Optional<Instant> since = Optional.empty();

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    CacheStatsCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var stats = connection.client().cacheStats(since);
            if (json) {
                console.print(JsonText.of(stats));
            } else {
                CacheText.of(stats).forEach(console::print);
            }
        }
        return 0;
    }
}
