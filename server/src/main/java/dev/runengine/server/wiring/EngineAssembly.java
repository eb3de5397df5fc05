package dev.runengine.server.wiring;

import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.driver.Surroundings;
import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.engine.Updating;
import dev.runengine.runtime.events.Announcer;
import dev.runengine.runtime.execution.StepPipeline;
import dev.runengine.runtime.journal.GroupCommit;
import dev.runengine.runtime.loading.BaseRuns;
import dev.runengine.runtime.loading.RunLoader;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.runtime.worker.Worker;
import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The engine of a server, from its stores, its skills and its workflows; and its worker. */
public final class EngineAssembly implements AutoCloseable {
    private static final int MAX_RUNS = 1_000;
    private static final long MAX_FILE_BYTES = 1L << 30;
    private static final Duration HAND_OVER_GRACE = Duration.ofSeconds(5);

    private final Stores stores;
    private final SystemTimer timer;
    private final Announcer announcer;
    private final WorkflowRegistry workflows;
    private final RunEngine engine;
    private final Optional<Worker> worker;

    private EngineAssembly(
            Stores stores,
            SystemTimer timer,
            Announcer announcer,
            WorkflowRegistry workflows,
            RunEngine engine,
            Optional<Worker> worker) {
        this.stores = stores;
        this.timer = timer;
        this.announcer = announcer;
        this.workflows = workflows;
        this.engine = engine;
        this.worker = worker;
    }

    /** Skills are those of every {@link SkillPack} on the class path. */
    public static EngineAssembly start(ServerOptions options, Stores stores, List<EngineListener> listeners)
            throws IOException {
        var schemas = new JsonSchemas();
        var packs = ServiceLoader.load(SkillPack.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        var catalog = SkillCatalog.of(packs, schemas);
        var timer = new SystemTimer();
        var workflows = new Registration(stores.versions(), catalog).register(options.workflows(), timer.instant());
        var skills = skills(options, stores, schemas, catalog);
        var bases = new BaseRuns(workflows, stores.artifacts());
        var updating = new Updating(stores.runs(), workflows, bases, catalog, stores.cache(), schemas);
        var engine = new RunEngine(stores.runs(), stores.queries(), workflows, updating, schemas, timer);
        var announcer = new Announcer(listeners);
        var worker = options.has(Role.WORKER)
                ? Optional.of(worker(stores, skills, announcer, timer, new RunLoader(stores.runs(), workflows, bases)))
                : Optional.<Worker>empty();
        return new EngineAssembly(stores, timer, announcer, workflows, engine, worker);
    }

    private static SkillRunner skills(
            ServerOptions options, Stores stores, JsonSchemas schemas, SkillCatalog catalog) throws IOException {
        var runner = new dev.runengine.skills.run.SkillRunner(
                schemas, options.home().resolve("work"), MAX_FILE_BYTES);
        if (options.has(Role.WORKER)) {
            runner.removeLeftovers();
        }
        return new CatalogSkillRunner(catalog, runner, stores.artifacts());
    }

    private static Worker worker(
            Stores stores, SkillRunner skills, Announcer announcer, SystemTimer timer, RunLoader runs) {
        int permits = Math.max(2, Runtime.getRuntime().availableProcessors());
        var surroundings = new Surroundings(
                new GroupCommit(stores.journal()),
                stores.queue(),
                stores.cache(),
                skills,
                new StepPipeline(skills, stores.artifacts(), timer, permits),
                announcer,
                timer);
        return new Worker(surroundings, runs, MAX_RUNS, HAND_OVER_GRACE);
    }

    public RunEngine engine() {
        return engine;
    }

    public WorkflowRegistry workflows() {
        return workflows;
    }

    /** Lets running steps end within a grace, hands the rest over, and lets go of the stores. */
    @Override
    public void close() {
        worker.ifPresent(Worker::close);
        announcer.close();
        timer.close();
        stores.queue().close();
        stores.closing().run();
    }
}
