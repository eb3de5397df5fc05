package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.output.Table;
import dev.runengine.client.RunFilter;
import dev.runengine.client.wire.RunList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "runs", description = "List runs, newest first.")
final class RunsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Option(names = "--status", paramLabel = "STATUS", description = "queued, running, completed, failed or cancelled.")
    private Optional<String> status = Optional.empty();

    @Option(names = "--workflow", paramLabel = "NAME", description = "Only runs of this workflow.")
    private Optional<String> workflow = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    RunsCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var page = connection.client().runs(filter());
            if (json) {
                console.print(JsonText.of(page));
            } else {
                show(page);
            }
        }
        return 0;
    }

    private RunFilter filter() {
        var filter = RunFilter.ALL.withLimit(limit);
        filter = status.map(filter::withStatus).orElse(filter);
        return workflow.map(filter::withWorkflow).orElse(filter);
    }

    private void show(RunList page) {
        var table = new Table("RUN", "STATUS", "WORKFLOW", "CHANGE", "EXECUTED", "REUSED", "CREATED");
        page.runs()
                .forEach(run -> table.row(
                        run.id(),
                        run.status(),
                        run.workflowName(),
                        run.changeType().orElse("-"),
                        run.stepsSummary().completed(),
                        run.stepsSummary().skipped(),
                        run.createdAt()));
        table.lines().forEach(console::print);
        if (page.nextCursor().isPresent()) {
            console.say("There are more; see them with --limit");
        }
    }
}
