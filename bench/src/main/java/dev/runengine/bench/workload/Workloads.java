package dev.runengine.bench.workload;

import dev.runengine.bench.report.Figure;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** All workloads, with the counts and the targets of each. */
public final class Workloads {
    private static final int CHAIN = 20;
    private static final int FAN = 100;
    private static final int MANY = 20;

    private Workloads() {}

    /** @param quick with fewer runs, for a first impression in less than a minute */
    public static List<Workload> all(boolean quick) {
        var pace = quick ? new Pace(4, Duration.ofSeconds(4)) : new Pace(1, Duration.ofMinutes(1));
        return List.of(
                chain("W1 c1", pace, 1, wantedOfOneChain()),
                chain("W1 c20", pace, MANY, wantedOfManyChains()),
                fan("W2 c1", 20, pace, 1, 5_300),
                fan("W2 c10", 50, pace, 10, 8_600),
                campaign("W3 one", 20, pace, 1, Throughput.RUN, figure -> figure.atMost(85)),
                campaign(
                        "W3 50 at once",
                        50,
                        new Pace(1, pace.limit()),
                        50,
                        Throughput.SECONDS,
                        figure -> figure.atMost(0.22)));
    }

    /** Two short chains, to see that the bench itself works. */
    public static Workload smoke() {
        var workflow = Graphs.chain("bench.smoke", 3, CachePolicy.OFF);
        var none = new Load(workflow.name(), 0, 1, Duration.ZERO);
        var two = new Load(workflow.name(), 2, 1, Duration.ofMinutes(1));
        return new Throughput("smoke", "2 runs of 3 steps", workflow, none, two, Map.of());
    }

    /** @param part of the runs that are made @param limit of one workload, and of its warming up */
    private record Pace(int part, Duration limit) {
        Load load(WorkflowSpec workflow, int runs, int atOnce) {
            return new Load(workflow.name(), Math.max(atOnce, runs / part), atOnce, limit);
        }
    }

    private static Workload chain(String name, Pace pace, int atOnce, Map<String, UnaryOperator<Figure>> wanted) {
        var workflow = Graphs.chain("bench.chain", CHAIN, CachePolicy.OFF);
        var what = "runs of " + CHAIN + " steps in a row, " + atOnce + " at a time";
        return new Throughput(
                name, what, workflow, pace.load(workflow, 200, MANY), pace.load(workflow, 200, atOnce), wanted);
    }

    private static Map<String, UnaryOperator<Figure>> wantedOfOneChain() {
        return Map.of(
                Throughput.STEPS_PER_SECOND, figure -> figure.atLeast(1_500),
                Throughput.GAP, figure -> figure.atMost(0.6));
    }

    private static Map<String, UnaryOperator<Figure>> wantedOfManyChains() {
        return Map.of(
                Throughput.STEPS_PER_SECOND, figure -> figure.atLeast(8_500),
                Throughput.COMMITS, figure -> figure.atMost(0.2),
                Throughput.WAL, figure -> figure.atMost(1_200),
                Throughput.CPU, figure -> figure.atMost(0.2));
    }

    private static Workload fan(String name, int runs, Pace pace, int atOnce, double stepsPerSecond) {
        var workflow = Graphs.fan("bench.fan", FAN, CachePolicy.OFF);
        var load = pace.load(workflow, runs, atOnce);
        return new Throughput(
                name,
                "runs of 1 + " + FAN + " + 1 steps, " + atOnce + " at a time",
                workflow,
                load,
                load,
                Map.of(Throughput.STEPS_PER_SECOND, figure -> figure.atLeast(stepsPerSecond)));
    }

    private static Workload campaign(
            String name, int runs, Pace pace, int atOnce, String figure, UnaryOperator<Figure> target) {
        var workflow = CampaignGraph.of("bench.campaign", CachePolicy.GLOBAL);
        var load = pace.load(workflow, runs, atOnce);
        var what = "runs of %d steps of %d ms (critical path %d ms), %d at a time"
                .formatted(
                        workflow.steps().size(),
                        CampaignGraph.SLEEP_MS,
                        CampaignGraph.SLEEP_MS * CampaignGraph.criticalSteps(),
                        atOnce);
        return new Throughput(name, what, workflow, load, load, Map.of(figure, target));
    }
}
