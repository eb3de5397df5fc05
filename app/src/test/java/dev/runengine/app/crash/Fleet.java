package dev.runengine.app.crash;

import dev.runengine.app.crash.Observer.Execution;
import dev.runengine.app.crash.Observer.Recording;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.files.FolderArtifactStore;
import dev.runengine.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Nodes in processes of their own on one database, with a front in this process that triggers and does not execute. */
final class Fleet implements AutoCloseable {
    static final String TENANT = "acme";

    private static final int CONNECTIONS = 4;
    private static final AtomicInteger NODES = new AtomicInteger();

    private final NodeOptions options;
    private final Provider provider = new Provider();
    private final Map<String, NodeProcess> nodes = new ConcurrentHashMap<>();
    private final SystemTimer timer = new SystemTimer();
    private final PostgresStore store;
    private final EngineNode front;
    private final Rows rows;
    private final Wire wire;
    private volatile Observer observer = new Observer() {};

    private Fleet(NodeOptions options) throws IOException {
        this.options = options;
        this.store = PostgresStore.open(options.database(), CONNECTIONS);
        this.wire = Wire.open(this::answer);
        this.front = EngineNode.start(
                store.ports(FolderArtifactStore.in(options.files(), timer), "front", options.lease(), timer),
                new WaitingSkills(new Harness(wire.port(), "front")),
                (_, _) -> List.of(),
                List.of(Campaign.WORKFLOW),
                List.of(),
                timer,
                options.settings(false));
        this.rows = new Rows(options.database());
    }

    /** On a database of its own, and without a node. @param choice how the test's nodes differ from others */
    static Fleet on(Path folder, UnaryOperator<NodeOptions> choice) throws IOException {
        var database = TestDatabase.empty();
        var address = new Address(database.jdbcUrl(), database.user(), database.password());
        return new Fleet(choice.apply(NodeOptions.usual(address, folder.resolve("artifacts"))));
    }

    /** Returns before it is ready. */
    NodeProcess launch() throws IOException {
        var name = "node-" + NODES.incrementAndGet();
        var node = NodeProcess.launch(name, wire.port(), options);
        nodes.put(name, node);
        return node;
    }

    NodeProcess node(String name) {
        var node = nodes.get(name);
        if (node == null) {
            throw new IllegalArgumentException("no node " + name);
        }
        return node;
    }

    /** Nodes that are alive, and those that are starting. */
    List<NodeProcess> alive() {
        return nodes.values().stream().filter(NodeProcess::isAlive).toList();
    }

    void observe(Observer other) {
        observer = other;
    }

    Provider provider() {
        return provider;
    }

    RunEngine engine() {
        return front.engine();
    }

    Rows rows() {
        return rows;
    }

    UUID trigger(String run, int workMs) {
        return switch (engine().trigger(TriggerRequest.of(TENANT, Campaign.NAME, Campaign.trigger(run, workMs)))) {
            case Answer.Accepted<QueuedRun>(var queued) -> queued.runId();
            case Answer.Refused<QueuedRun> refused -> throw new IllegalStateException(refused.toString());
        };
    }

    void awaitOver(List<UUID> runs, Duration longest) {
        Patience.until("the end of " + runs, longest, () -> rows.areOver(runs));
    }

    private String answer(List<String> words) throws InterruptedException {
        var node = words.get(0);
        return switch (words.get(1)) {
            case Harness.READY -> {
                node(node).isReady();
                yield "go";
            }
            case Harness.WRITING -> {
                observer.writing(node, recordings(words));
                yield "go";
            }
            case Harness.WRITTEN -> {
                observer.written(node, recordings(words));
                yield "go";
            }
            case Harness.STARTED -> {
                observer.started(execution(words));
                yield "go";
            }
            case Harness.ENDED -> {
                observer.ended(execution(words));
                yield "go";
            }
            case Harness.GAVE_UP -> {
                observer.gaveUp(execution(words));
                yield "go";
            }
            case Harness.SUBMIT -> provider.submit(words.get(2), words.get(3), words.get(4));
            case Harness.POLL -> Boolean.toString(provider.isDone(words.get(2)));
            case Harness.HAS_LOOK_UP -> Boolean.toString(provider.hasLookUp());
            case Harness.FIND -> provider.job(words.get(2)).orElse(Harness.NONE);
            default -> throw new IllegalArgumentException(words.toString());
        };
    }

    private static List<Recording> recordings(List<String> words) {
        if (words.size() < 3) {
            return List.of();
        }
        return Arrays.stream(words.get(2).split(","))
                .map(word -> word.split("/", 2))
                .map(parts -> new Recording(UUID.fromString(parts[0]), parts[1]))
                .toList();
    }

    private static Execution execution(List<String> words) {
        return new Execution(words.get(0), words.get(2), words.get(3), UUID.fromString(words.get(4)));
    }

    @Override
    public void close() throws IOException {
        nodes.values().forEach(NodeProcess::close);
        wire.close();
        front.close();
        rows.close();
        store.close();
        timer.close();
    }
}
