package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.words.PlanText;
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

    @Option(
            names = "--detailed-exitcode",
            description = "Exit with 10 when something would or may be executed, with 0 when nothing would.")
    private boolean detailed;

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
            } else {
                PlanText.of(plan).forEach(console::print);
            }
            boolean work = detailed && plan.stepsToExecute() > 0;
            return (work ? ExitCode.HAS_WORK : ExitCode.OK).number();
        }
    }
}
