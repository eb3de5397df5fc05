package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.output.Table;
import dev.runengine.cli.progress.DurationText;
import dev.runengine.cli.words.CacheText;
import dev.runengine.cli.words.MoneyText;
import dev.runengine.client.wire.CacheEntryList;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "ls", description = "List cached results by workflow and step, newest first.")
final class CacheListCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final CacheFilterOptions options = new CacheFilterOptions();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--cursor", paramLabel = "TEXT", description = "Go on where an earlier list ended.")
    private Optional<String> cursor = Optional.empty();

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    CacheListCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var page = connection.client().cacheEntries(options.filter(), limit, cursor);
            if (json) {
                console.print(JsonText.of(page));
            } else {
                show(page);
            }
        }
        return 0;
    }

    private void show(CacheEntryList page) {
        var table = new Table(
                "WORKFLOW", "STEP", "INPUT", "TOOK", "COST", "SIZE", "FILES", "BY RUN", "CREATED", "HITS", "LAST HIT");
        page.entries()
                .forEach(entry -> table.row(
                        entry.workflowName(),
                        entry.stepId(),
                        entry.inputHash().substring(0, 12),
                        DurationText.of(Duration.ofMillis(entry.durationMs())),
                        entry.costMicros() == 0 ? "-" : MoneyText.of(entry.costMicros()),
                        CacheText.size(entry.sizeBytes()),
                        entry.files(),
                        entry.runId(),
                        entry.createdAt(),
                        entry.hits(),
                        entry.lastHitAt().map(Object::toString).orElse("-")));
        table.lines().forEach(console::print);
        page.nextCursor().ifPresent(next -> console.say("There are more: --cursor " + next));
    }
}
