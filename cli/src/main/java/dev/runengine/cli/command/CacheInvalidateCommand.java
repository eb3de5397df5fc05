package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.words.CacheText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "invalidate",
        description = "Delete cached results, so that no run reuses them any more. Without --yes: say how many.")
final class CacheInvalidateCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final CacheFilterOptions options = new CacheFilterOptions();

    @Option(
            names = {"--yes", "-y"},
            description = "Delete them.")
    private boolean yes;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    CacheInvalidateCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var removal = connection.client().invalidate(options.filter(), !yes);
            if (json) {
                console.print(JsonText.of(removal));
            } else {
                console.print(CacheText.of(removal));
            }
            if (!yes) {
                console.say("Nothing was deleted: say --yes to delete them.");
            }
        }
        return 0;
    }
}
