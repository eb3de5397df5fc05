package dev.runengine.bench.engine;

import dev.runengine.bench.measure.Latencies;
import dev.runengine.core.json.Json;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.files.FolderArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** One engine on a database, wired as the server wires it. Safe for use by many threads. */
public final class Node implements AutoCloseable {
    public static final String TENANT = "bench";

    private static final int CONNECTIONS = 8;
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int RUNS = 200;
    /** More than any workload wants at once: what is measured is the engine, not a limit on skills. */
    private static final int EXECUTIONS = 1_024;

    private final PostgresStore store;
    private final SystemTimer timer;
    private final EngineNode node;
    private final TimedSkills skills;
    private final CoolableHotTier hot = CoolableHotTier.ofEnvironment();
    private final Ends ends = new Ends();
    private final Latencies commits = new Latencies();

    private Node(Address address, Path files, List<WorkflowSpec> workflows, boolean worker) throws IOException {
        this.timer = new SystemTimer();
        this.store = PostgresStore.open(address, CONNECTIONS);
        this.skills = new TimedSkills();
        this.node = EngineNode.start(
                timed(store.ports(FolderArtifactStore.in(files, timer), "bench", LEASE, timer)),
                skills,
                (_, _) -> List.of(),
                workflows,
                List.of(ends),
                timer,
                new NodeSettings(worker, RUNS, EXECUTIONS, Limits.NONE, Duration.ofSeconds(3), Duration.ofSeconds(10)));
    }

    private Ports timed(Ports ports) {
        return new Ports(
                ports.runs(),
                ports.queries(),
                ports.history(),
                ports.shelf(),
                ports.plans(),
                ports.board(),
                new TimedJournal(ports.journal(), commits),
                hot,
                ports.cache(),
                ports.uses(),
                ports.flights(),
                ports.versions(),
                ports.artifacts(),
                ports.queue());
    }

    /** Answers and works. */
    public static Node whole(Address address, Path files, List<WorkflowSpec> workflows) throws IOException {
        return new Node(address, files, workflows, true);
    }

    /** Only answers; another node works. */
    public static Node front(Address address, Path files, List<WorkflowSpec> workflows) throws IOException {
        return new Node(address, files, workflows, false);
    }

    public RunEngine engine() {
        return node.engine();
    }

    public TimedSkills skills() {
        return skills;
    }

    /** Of the journal, each of one turn or of those of several runs. */
    public Latencies commits() {
        return commits;
    }

    /** Empties the hot tier: what runs reuse next they find in the database. */
    public void coolDown() {
        hot.coolDown();
    }

    /** Starts to measure anew. */
    public void forget() {
        skills.forget();
        commits.clear();
    }

    public UUID trigger(String workflow, Json payload) {
        return switch (engine().trigger(TriggerRequest.of(TENANT, workflow, payload))) {
            case Answer.Accepted<QueuedRun>(var run) -> run.runId();
            case Answer.Refused<QueuedRun> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    /** Returns once the end of a run of this node is announced. */
    public void awaitCompletion(UUID runId) throws InterruptedException {
        ends.awaitCompletion(runId);
    }

    @Override
    public void close() {
        node.close();
        store.close();
        hot.close();
        timer.close();
    }
}
