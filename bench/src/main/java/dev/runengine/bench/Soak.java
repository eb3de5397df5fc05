package dev.runengine.bench;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.workload.SteadyLoad;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;

/** The command {@code bench/run soak}: what grows when the load does not. */
@Command(
        name = "soak",
        mixinStandardHelpOptions = true,
        description = "Chains of 20 steps at 70 %% of what the machine can do; one line a minute.")
final class Soak implements Callable<Integer> {
    @Option(names = "--minutes", description = "How long (default: ${DEFAULT-VALUE}).")
    private int minutes = 30;

    @Override
    public Integer call() throws Exception {
        System.out.println(Machine.now(Instant.now()));
        var home = Files.createTempDirectory("run-engine-soak-");
        try (var bed = new Bed(home, SteadyLoad.WORKFLOWS)) {
            new SteadyLoad(Duration.ofMinutes(minutes), Duration.ofMinutes(1), System.out::println).on(bed);
        } finally {
            Folders.delete(home);
        }
        return ExitCode.OK;
    }
}
