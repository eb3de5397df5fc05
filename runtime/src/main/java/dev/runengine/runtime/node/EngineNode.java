package dev.runengine.runtime.node;

import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.cache.ResultCache;
import dev.runengine.runtime.cache.UseTally;
import dev.runengine.runtime.driver.Surroundings;
import dev.runengine.runtime.engine.Planning;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.Updating;
import dev.runengine.runtime.events.Announcer;
import dev.runengine.runtime.execution.StepPipeline;
import dev.runengine.runtime.flight.FlightWatch;
import dev.runengine.runtime.inquiry.Inquiry;
import dev.runengine.runtime.journal.GroupCommit;
import dev.runengine.runtime.limit.Admission;
import dev.runengine.runtime.limit.Leasing;
import dev.runengine.runtime.limit.Wait;
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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running engine. Closing it hands its runs over; what it was given is closed by whoever made it. */
public final class EngineNode implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EngineNode.class);
    private static final Duration POLL = Duration.ofMillis(500);
    /** A worker is given up after several heartbeats; until then nobody else is granted what it holds. */
    private static final int HEARTBEATS_PER_SHARE = 2;

    private final RunEngine engine;
    private final Inquiry inquiry;
    private final Announcer announcer;
    private final Optional<Working> working;

    private EngineNode(RunEngine engine, Inquiry inquiry, Announcer announcer, Optional<Working> working) {
        this.engine = engine;
        this.inquiry = inquiry;
        this.announcer = announcer;
        this.working = working;
    }

    /** What a node has that executes runs. */
    private record Working(
            Worker worker, Admission admission, Leasing leasing, FlightWatch flights, UseTally uses, RunQueue queue) {
        void close() {
            worker.close();
            flights.close();
            leasing.close();
            try {
                queue.close();
            } catch (StoreUnavailableException e) {
                LOG.warn("[RunEngine] The worker could not sign off; its lease will run out: {}", e.getMessage());
            }
            uses.close();
        }
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
        var cache = new ResultCache(ports.hot(), ports.cache(), ports.artifacts());
        var bases = new BaseRuns(registry, ports.artifacts());
        var updating = new Updating(ports.runs(), registry, bases, skills, cache, schemas);
        var planning = new Planning(updating, ports.plans(), ports.history(), host);
        var engine = new RunEngine(ports.runs(), ports.queries(), registry, updating, planning, schemas, host);
        var inquiry = new Inquiry(ports.queries(), ports.history(), registry, skills);
        var announcer = new Announcer(listeners, host.threads());
        if (!settings.worker()) {
            return new EngineNode(engine, inquiry, announcer, Optional.empty());
        }
        var queue = ports.queue().apply(registry.list());
        var admission = new Admission(settings.maxExecutions(), settings.limits());
        var validity = settings.heartbeat().multipliedBy(HEARTBEATS_PER_SHARE);
        var leasing = new Leasing(admission, queue.quotas(), host, validity);
        var flights = new FlightWatch(ports.flights(), POLL, host);
        var uses = new UseTally(ports.uses(), host);
        var surroundings = new Surroundings(
                cache.confirmedBy(uses.countedFrom(new GroupCommit(ports.journal()))),
                queue,
                cache,
                flights,
                skills,
                new StepPipeline(skills, ports.artifacts(), host, admission),
                announcer,
                host);
        var worker = new Worker(
                surroundings,
                new RunLoader(ports.runs(), registry, bases),
                new Pace(settings.maxRuns(), POLL, settings.heartbeat(), settings.handOverGrace()));
        return new EngineNode(
                engine, inquiry, announcer, Optional.of(new Working(worker, admission, leasing, flights, uses, queue)));
    }

    public RunEngine engine() {
        return engine;
    }

    /** Questions about runs. */
    public Inquiry inquiry() {
        return inquiry;
    }

    public WorkflowRegistry workflows() {
        return engine.workflows();
    }

    /** How many runs this node drives now. */
    public int active() {
        return working.map(work -> work.worker().active()).orElse(0);
    }

    /** How many steps of this node wait now for the execution of the same work in another run. */
    public int awaiting() {
        return working.map(work -> work.flights().waiting()).orElse(0);
    }

    /** What executions of a run wait for before they may start, by step; only of a run that this node drives. */
    public Map<String, Wait> waits(UUID runId) {
        return working.map(work -> work.admission().waits(runId)).orElse(Map.of());
    }

    @Override
    public void close() {
        working.ifPresent(Working::close);
        announcer.close();
    }
}
