package dev.runengine.cli.command;

import dev.runengine.cli.console.Console;
import dev.runengine.client.wire.SettleBody;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "settle", description = "Say what became of a held step's job, after looking for it at the provider.")
final class SettleCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private final Target target;

    @Mixin
    private final RunIdParameter runId = new RunIdParameter();

    @Parameters(paramLabel = "STEP", description = "The held step; 'run-engine run RUN' shows it.")
    private String step = "";

    @ArgGroup(multiplicity = "1")
    private Finding finding = new Finding();

    /** One of the two. */
    static final class Finding {
        @Option(names = "--job", paramLabel = "ID", description = "The provider has it, as this job: poll that.")
        private @Nullable String job;

        @Option(names = "--never-submitted", description = "The provider never got it: send it again.")
        private boolean neverSubmitted;

        SettleBody body() {
            return new SettleBody(Optional.ofNullable(job), neverSubmitted ? Optional.of(true) : Optional.empty());
        }
    }

    SettleCommand(Console console, Target target) {
        this.console = console;
        this.target = target;
    }

    @Override
    public Integer call() {
        try (var connection = target.connect()) {
            var run = connection.client().settle(runId.value(), step, finding.body());
            console.say("Recorded; the step goes on within seconds");
            console.print(run.status());
        }
        return 0;
    }
}
