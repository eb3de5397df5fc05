package dev.runengine.runtime.memory;

import dev.runengine.runtime.port.RunWait;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose turn it is: start-time fair queueing over tenants (Goyal, Vin, Cheng 1996), a run counting 1 / weight. A tenant
 * that had nothing waiting for a while starts where the others are, so it neither saves turns up nor owes any. Guarded by
 * the {@link InMemoryStore}.
 */
final class MemoryTurns {
    private static final Comparator<MemoryRun> OLDEST = Comparator.comparing((MemoryRun run) -> run.claimableAt)
            .thenComparing(run -> run.asked().runId());
    private static final Comparator<MemoryRun> MOST_URGENT =
            Comparator.comparing((MemoryRun run) -> -run.asked().priority()).thenComparing(OLDEST);

    private final MemoryLeases leases;
    private final Map<String, Double> weights = new HashMap<>();
    private final Map<String, Double> served = new HashMap<>();
    private double clock;
    private Instant lastHeard = Instant.MIN;

    MemoryTurns(MemoryLeases leases) {
        this.leases = leases;
    }

    void weigh(String tenant, double weight) {
        weights.put(tenant, weight);
    }

    void heardAt(Instant now) {
        lastHeard = now;
    }

    /** @param waiting runs that may be claimed */
    List<MemoryRun> next(Collection<MemoryRun> waiting, int max) {
        var byTenant = new HashMap<String, Deque<MemoryRun>>();
        waiting.stream()
                .sorted(MOST_URGENT)
                .forEach(run -> byTenant.computeIfAbsent(run.asked().tenant(), _ -> new ArrayDeque<>())
                        .add(run));
        var queues = new ArrayList<>(byTenant.values());
        var chosen = new ArrayList<MemoryRun>();
        while (chosen.size() < max && !queues.isEmpty()) {
            var queue = Collections.min(
                    queues,
                    Comparator.comparing(
                            Deque::getFirst, Comparator.comparing(this::start).thenComparing(OLDEST)));
            chosen.add(serve(queue.removeFirst()));
            queues.removeIf(Deque::isEmpty);
        }
        return chosen;
    }

    private double start(MemoryRun run) {
        return Math.max(clock, served.getOrDefault(run.asked().tenant(), 0.0));
    }

    private MemoryRun serve(MemoryRun run) {
        var tenant = run.asked().tenant();
        clock = start(run);
        served.put(tenant, clock + 1 / weights.getOrDefault(tenant, 1.0));
        return run;
    }

    /** Why nobody drives it, by the clock of the worker that was last heard of. */
    Optional<RunWait> waitOf(MemoryRun run) {
        if (run.owner != null || run.status.over()) {
            return Optional.empty();
        }
        if (run.claimableAt.isAfter(lastHeard)) {
            return Optional.of(RunWait.START_TIME);
        }
        if (leases.anyKnows(run.asked().workflow())) {
            return Optional.of(RunWait.TURN);
        }
        return Optional.of(leases.anyAlive() ? RunWait.WORKFLOW_VERSION : RunWait.WORKER);
    }
}
