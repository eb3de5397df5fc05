package dev.runengine.server.wiring;

import dev.runengine.runtime.limit.Limits;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.EngineListener;
import dev.runengine.runtime.port.Timer;
import dev.runengine.server.settings.Role;
import dev.runengine.server.settings.ServerOptions;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.run.SkillRunner;
import dev.runengine.skills.schema.JsonSchemas;
import java.io.IOException;
import java.util.List;

/** Starts the engine of a server with the skills and workflows of its packs. */
final class NodeStart {
    private static final long MAX_FILE_BYTES = 1L << 30;
    /** A worker may miss some heartbeats before it is given up. */
    private static final int HEARTBEATS_PER_LEASE = 5;

    private NodeStart() {}

    static EngineNode node(ServerOptions options, Ports ports, List<EngineListener> listeners, Timer timer)
            throws IOException {
        var schemas = new JsonSchemas();
        var catalog = SkillCatalog.of(options.packs(), schemas);
        var runner = new SkillRunner(schemas, options.home().resolve("work"), MAX_FILE_BYTES);
        if (options.has(Role.WORKER)) {
            runner.removeLeftovers();
        }
        return EngineNode.start(
                ports,
                new CatalogSkillRunner(catalog, runner, ports.artifacts()),
                schemas,
                options.packs().stream()
                        .flatMap(pack -> pack.workflows().stream())
                        .toList(),
                listeners,
                timer,
                settings(options));
    }

    private static NodeSettings settings(ServerOptions options) throws IOException {
        var usual = NodeSettings.forThisMachine();
        return new NodeSettings(
                options.has(Role.WORKER),
                usual.maxRuns(),
                usual.maxExecutions(),
                FleetFile.LIMITS.read(options.home(), Limits::read).orElse(Limits.NONE),
                options.lease().dividedBy(HEARTBEATS_PER_LEASE),
                usual.handOverGrace());
    }
}
