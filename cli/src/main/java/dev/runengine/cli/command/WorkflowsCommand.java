package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.output.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "workflows", description = "List the workflows that can be run.")
final class WorkflowsCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    WorkflowsCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var answer = connection.client().workflows();
            if (json) {
                console.print(JsonText.of(answer));
                return 0;
            }
            var table = new Table("WORKFLOW", "VERSION", "STEPS", "DESCRIPTION");
            answer.workflows()
                    .forEach(workflow -> table.row(
                            workflow.name(), workflow.version(), workflow.stepCount(), workflow.description()));
            table.lines().forEach(console::print);
        }
        return 0;
    }
}
