package dev.runengine.runtime.node;

import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.driver.Surroundings;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.Updating;
import dev.runengine.runtime.events.Announcer;
import dev.runengine.runtime.execution.StepPipeline;
import dev.runengine.runtime.journal.GroupCommit;
import dev.runengine.runtime.loading.BaseRuns;
import dev.runengine.runtime.loading.RunLoader;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.RunQueue;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.port.Timer;
import dev.runengine.runtime.worker.Pace;
import dev.runengine.runtime.worker.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running engine. Closing it hands its runs over; what it was given is closed by whoever made it. */
public final class EngineNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineNode.class);
    private static final Duration POLL = Duration.ofMillis(500);

    private final RunEngine engine;
    private final Announcer announcer;
    private final Optional<Worker> worker;
    private final Optional<RunQueue> queue;

    private EngineNode(RunEngine engine, Announcer announcer, Optional<Worker> worker, Optional<RunQueue> queue) {
        this.engine = engine;
        this.announcer = announcer;
        this.worker = worker;
        this.queue = queue;
    }

    /**
     * Registers the workflows and starts to work.
     *
     * @throws InvalidWorkflowsException when one of the workflows cannot run
     */
    public static EngineNode start(
            Ports ports,
            SkillRunner skills,
            SchemaCheck schemas,
            List<WorkflowSpec> workflows,
            List<EngineListener> listeners,
            Timer timer,
            NodeSettings settings) {
        return start(ports, skills, schemas, workflows, listeners, Host.of(timer), settings);
    }

    /** Like the other, with time, threads and chance that the caller controls. */
    public static EngineNode start(
            Ports ports,
            SkillRunner skills,
            SchemaCheck schemas,
            List<WorkflowSpec> workflows,
            List<EngineListener> listeners,
            Host host,
            NodeSettings settings) {
        var registry = new Registration(ports.versions(), skills, host.timer()).register(workflows);
        var cache = new CheckedStepCache(ports.cache(), ports.artifacts());
        var bases = new BaseRuns(registry, ports.artifacts());
        var updating = new Updating(ports.runs(), registry, bases, skills, cache, schemas);
        var engine = new RunEngine(ports.runs(), ports.queries(), registry, updating, schemas, host);
        var announcer = new Announcer(listeners, host.threads());
        if (!settings.worker()) {
            return new EngineNode(engine, announcer, Optional.empty(), Optional.empty());
        }
        var queue = ports.queue().apply(registry.list());
        var surroundings = new Surroundings(
                new GroupCommit(ports.journal()),
                queue,
                cache,
                skills,
                new StepPipeline(skills, ports.artifacts(), host, settings.maxExecutions()),
                announcer,
                host);
        var worker = new Worker(
                surroundings,
                new RunLoader(ports.runs(), registry, bases),
                new Pace(settings.maxRuns(), POLL, settings.heartbeat(), settings.handOverGrace()));
        return new EngineNode(engine, announcer, Optional.of(worker), Optional.of(queue));
    }

    public RunEngine engine() {
        return engine;
    }

    public WorkflowRegistry workflows() {
        return engine.workflows();
    }

    /** How many runs this node drives now. */
    public int active() {
        return worker.map(Worker::active).orElse(0);
    }

    @Override
    public void close() {
        worker.ifPresent(Worker::close);
        try {
            queue.ifPresent(RunQueue::close);
        } catch (StoreUnavailableException e) {
            LOG.warn("[RunEngine] The worker could not sign off; its lease will run out: {}", e.getMessage());
        } finally {
            announcer.close();
        }
    }
}
