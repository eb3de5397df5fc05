package dev.runengine.bench.workload;

import dev.runengine.bench.report.Figure;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
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
        var workloads = new ArrayList<Workload>();
        workloads.add(chain("W1 c1", pace, 1, wantedOfOneChain()));
        workloads.add(chain("W1 c20", pace, MANY, wantedOfManyChains()));
        workloads.add(fan("W2 c1", 20, pace, 1, 5_300));
        workloads.add(fan("W2 c10", 50, pace, 10, 8_600));
        workloads.add(campaign("W3 one", 100, pace, 1, Throughput.RUN, figure -> figure.atMost(85)));
        workloads.add(campaign(
                "W3 50 at once", 50, new Pace(1, pace.limit()), 50, Throughput.SECONDS, figure -> figure.atMost(0.22)));
        workloads.add(cachedHot(pace));
        workloads.add(cachedCold(pace));
        workloads.add(bigGraph("W5 5,000", 5_000, 3, 800));
        if (!quick) {
            workloads.add(bigGraph("W5 50,000", 50_000, 1, 8_000));
        }
        workloads.add(new TriggerLatency(quick ? 100 : 500));
        workloads.add(new Crash());
        workloads.add(new UpdatePlan(quick ? 20 : 100));
        return workloads;
    }

    /** Two short chains, to see that the bench itself works. */
    public static Workload smoke() {
        var workflow = Graphs.chain("bench.smoke", 3, CachePolicy.OFF);
        var none = Load.unlike(workflow.name(), 0, 1, Duration.ZERO);
        var two = Load.unlike(workflow.name(), 2, 1, Duration.ofMinutes(1));
        return new Throughput("smoke", "2 runs of 3 steps", workflow, none, two, Map.of());
    }

    /** @param part of the runs that are made @param limit of one workload, and of its warming up */
    private record Pace(int part, Duration limit) {
        Load load(WorkflowSpec workflow, int runs, int atOnce) {
            return Load.unlike(workflow.name(), Math.max(atOnce, runs / part), atOnce, limit);
        }
    }

    private static Workload chain(String name, Pace pace, int atOnce, Map<String, UnaryOperator<Figure>> wanted) {
        var workflow = Graphs.chain("bench.chain", CHAIN, CachePolicy.OFF);
        var what = "runs of " + CHAIN + " steps in a row, " + atOnce + " at a time";
        return new Throughput(
                name, what, workflow, pace.load(workflow, 1_000, MANY), pace.load(workflow, 200, atOnce), wanted);
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
        var warmUp = pace.load(workflow, 800, MANY);
        var what = "runs of %d steps of %d ms (critical path %d ms), %d at a time"
                .formatted(
                        workflow.steps().size(),
                        CampaignGraph.SLEEP_MS,
                        CampaignGraph.SLEEP_MS * CampaignGraph.criticalSteps(),
                        atOnce);
        return new Throughput(name, what, workflow, warmUp, load, Map.of(figure, target));
    }

    private static Workload cachedHot(Pace pace) {
        var workflow = CampaignGraph.of("bench.cached", CachePolicy.GLOBAL);
        return cached("W4 hot", "hot tier", workflow, 8, runs -> Load.alike(workflow.name(), runs, 1, pace.limit()));
    }

    private static Workload cachedCold(Pace pace) {
        var workflow = CampaignGraph.of("bench.cached-cold", CachePolicy.GLOBAL);
        return cached(
                "W4 cold",
                "database, the hot tier being empty",
                workflow,
                15,
                runs -> Load.alikeWhenCold(workflow.name(), runs, pace.limit()));
    }

    private static Workload cached(
            String name, String where, WorkflowSpec workflow, double wantedMs, IntFunction<Load> load) {
        return new Throughput(
                name,
                "runs of %d steps that are all in the %s, one by one"
                        .formatted(workflow.steps().size(), where),
                workflow,
                load.apply(100),
                load.apply(50),
                Map.of(Throughput.RUN, figure -> figure.atMost(wantedMs)));
    }

    /** Warmed up by a run of its own kind only where there are several. */
    private static Workload bigGraph(String name, int steps, int runs, double wantedMs) {
        var workflow =
                Graphs.layers("bench.layers-" + steps, steps, CachePolicy.OFF).build();
        var limit = Duration.ofMinutes(2);
        return new Throughput(
                name,
                "runs of " + steps + " steps in layers of 100, up to 3 dependencies each, one by one",
                workflow,
                Load.unlike(workflow.name(), runs - 1, 1, limit),
                Load.unlike(workflow.name(), runs, 1, limit),
                Map.of(
                        Throughput.RUN,
                        figure -> figure.atMost(wantedMs),
                        Throughput.HEAP_PEAK,
                        figure -> figure.atMost(537)));
    }
}
