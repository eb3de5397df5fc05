package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.output.Table;
import dev.runengine.cli.progress.DurationText;
import dev.runengine.cli.words.CostText;
import dev.runengine.client.wire.RunView;
import dev.runengine.client.wire.StepView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "run", description = "Show a run and its steps.")
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    @Option(names = "--json", description = "Print the server's answers: {run, steps}.")
    private boolean json;

    RunCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    private record Shown(RunView run, List<StepView> steps) {}

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var run = connection.client().run(runId.value());
            var steps = connection.client().steps(runId.value()).steps();
            if (json) {
                console.print(JsonText.of(new Shown(run, steps)));
            } else {
                show(run, steps);
            }
        }
        return 0;
    }

    private void show(RunView run, List<StepView> steps) {
        console.print("%s %s  %s".formatted(run.workflowName(), run.workflowVersion(), run.status()));
        run.changeType().ifPresent(type -> console.print("change: " + type));
        run.baseRunId().ifPresent(base -> console.print("base run: " + base));
        run.error().ifPresent(error -> console.print("error: " + error.code() + ": " + error.message()));
        console.print("");
        var table = new Table("STEP", "STATUS", "RESULT FROM", "TIME", "SAVED", "ERROR");
        steps.forEach(step -> table.row(
                step.stepId(),
                step.waitingFor()
                        .map(what -> step.status() + ", waits for " + what)
                        .orElse(step.status()),
                step.origin().orElse("-"),
                step.durationMs()
                        .map(millis -> DurationText.of(Duration.ofMillis(millis)))
                        .orElse("-"),
                step.saved().map(CostText::amount).orElse("-"),
                step.error().map(error -> error.code() + ": " + error.message()).orElse("")));
        table.lines().forEach(console::print);
        run.costs().ifPresent(costs -> {
            console.print("");
            console.print(CostText.of(costs));
        });
    }
}
