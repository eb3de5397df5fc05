package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.output.Table;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "plan", description = "Show what an update would execute and reuse. Executes nothing.")
final class PlanCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final ChangeOptions change = new ChangeOptions();

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    PlanCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        var body = change.body(console);
        try (var connection = target.connect()) {
            var plan = connection.client().plan(change.baseRunId(), body);
            if (json) {
                console.print(JsonText.of(plan));
                return 0;
            }
            var table = new Table("STEP", "EXPECTED", "BECAUSE");
            plan.steps().forEach(step -> table.row(step.stepId(), step.expectation(), step.reason()));
            table.lines().forEach(console::print);
            console.say("%d of %d steps would be executed"
                    .formatted(plan.stepsToExecute(), plan.steps().size()));
        }
        return 0;
    }
}
