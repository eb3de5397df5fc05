package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.json.JsonText;
import dev.runengine.cli.words.WhyText;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "why", description = "Say why a step was executed or reused, and what started it.")
final class WhyCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    @Parameters(index = "1", paramLabel = "STEP", description = "The step's id.")
    private String stepId = "";

    @Option(names = "--json", description = "Print the server's answer.")
    private boolean json;

    WhyCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var step = connection.client().step(runId.value(), stepId);
            if (json) {
                console.print(JsonText.of(step));
            } else {
                WhyText.of(step).forEach(console::print);
            }
        }
        return 0;
    }
}
