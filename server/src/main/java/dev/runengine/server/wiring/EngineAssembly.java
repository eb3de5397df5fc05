package dev.runengine.server.wiring;

import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.catalog.SkillPack;
import dev.runengine.skills.run.SkillRunner;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/** The engine of a server: its stores, the skills and workflows of every {@link SkillPack} on the class path, its worker. */
public final class EngineAssembly implements AutoCloseable {
    private static final long MAX_FILE_BYTES = 1L << 30;
    private static final Duration HAND_OVER_GRACE = Duration.ofSeconds(5);
    private static final int HEARTBEATS_PER_LEASE = 3;

    private final Stores stores;
    private final SystemTimer timer;
    private final EngineNode node;

    private EngineAssembly(Stores stores, SystemTimer timer, EngineNode node) {
        this.stores = stores;
        this.timer = timer;
        this.node = node;
    }

    public static EngineAssembly start(ServerOptions options, Stores stores, List<EngineListener> listeners)
            throws IOException {
        var packs = ServiceLoader.load(SkillPack.class).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        var schemas = new JsonSchemas();
        var catalog = SkillCatalog.of(packs, schemas);
        var timer = new SystemTimer();
        try {
            var node = EngineNode.start(
                    stores.ports(),
                    skills(options, stores, schemas, catalog),
                    schemas,
                    workflows(options, packs),
                    listeners,
                    timer,
                    settings(options));
            return new EngineAssembly(stores, timer, node);
        } catch (RuntimeException | IOException e) {
            timer.close();
            stores.closing().run();
            throw e;
        }
    }

    private static List<WorkflowSpec> workflows(ServerOptions options, List<SkillPack> packs) {
        return Stream.concat(options.workflows().stream(), packs.stream().flatMap(pack -> pack.workflows().stream()))
                .toList();
    }

    private static CatalogSkillRunner skills(
            ServerOptions options, Stores stores, JsonSchemas schemas, SkillCatalog catalog) throws IOException {
        var runner = new SkillRunner(schemas, options.home().resolve("work"), MAX_FILE_BYTES);
        if (options.has(Role.WORKER)) {
            runner.removeLeftovers();
        }
        return new CatalogSkillRunner(catalog, runner, stores.ports().artifacts());
    }

    private static NodeSettings settings(ServerOptions options) {
        var machine = NodeSettings.forThisMachine();
        return new NodeSettings(
                options.has(Role.WORKER),
                machine.maxRuns(),
                machine.maxExecutions(),
                options.lease().dividedBy(HEARTBEATS_PER_LEASE),
                HAND_OVER_GRACE);
    }

    public RunEngine engine() {
        return node.engine();
    }

    public WorkflowRegistry workflows() {
        return node.workflows();
    }

    /** Lets running steps end within a grace, hands the rest over, and lets go of the stores. */
    @Override
    public void close() {
        node.close();
        timer.close();
        stores.closing().run();
    }
}
