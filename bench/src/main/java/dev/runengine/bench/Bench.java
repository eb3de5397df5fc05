package dev.runengine.bench;

import dev.runengine.bench.engine.Bed;
import dev.runengine.bench.report.Machine;
import dev.runengine.bench.report.Measurement;
import dev.runengine.bench.report.Report;
import dev.runengine.bench.workload.Workload;
import dev.runengine.bench.workload.Workloads;
import dev.runengine.core.workflow.WorkflowSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command {@code bench/run}. */
@Command(
        name = "bench/run",
        mixinStandardHelpOptions = true,
        subcommands = Soak.class,
        description = "Measures the engine on a database of its own, prints a table and writes JSON.")
public final class Bench implements Callable<Integer> {
    @Option(names = "--quick", description = "Fewer runs: all workloads in less than a minute.")
    private boolean quick;

    @Option(names = "--only", split = ",", description = "Only these, such as w1,w3.")
    private List<String> only = List.of();

    @Option(names = "--json", description = "Where the JSON goes (default: ${DEFAULT-VALUE}).")
    private Path json = Path.of("bench", "target", "bench.json");

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Bench()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        var chosen = Workloads.all(quick).stream().filter(this::isChosen).toList();
        if (chosen.isEmpty()) {
            System.err.println("There is no workload " + String.join(" or ", only) + "; known are w1 to w8.");
            return CommandLine.ExitCode.USAGE;
        }
        write(measure(chosen), json);
        System.out.println("\nJSON: " + json.toAbsolutePath());
        return CommandLine.ExitCode.OK;
    }

    private boolean isChosen(Workload workload) {
        var id = workload.name().split(" ")[0].toLowerCase(Locale.ROOT);
        return only.isEmpty() || only.stream().anyMatch(id::equalsIgnoreCase);
    }

    /** Runs workloads one after the other, each announced as it ends. */
    static Report measure(List<Workload> workloads) throws Exception {
        var machine = Machine.now(Instant.now());
        System.out.println(machine);
        var home = Files.createTempDirectory("run-engine-bench-");
        var measured = new ArrayList<Measurement>();
        try (var bed = new Bed(home, distinct(workloads))) {
            for (var workload : workloads) {
                var measurement = workload.measure(bed);
                System.out.print(Report.table(measurement));
                measured.add(measurement);
            }
        } finally {
            Folders.delete(home);
        }
        return new Report(machine, measured);
    }

    static void write(Report report, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, report.json().toString());
    }

    private static List<WorkflowSpec> distinct(List<Workload> workloads) {
        return workloads.stream()
                .flatMap(workload -> workload.workflows().stream())
                .distinct()
                .toList();
    }
}
