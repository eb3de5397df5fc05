package dev.runengine.server.wiring;

import dev.runengine.core.json.JsonReader;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Starts the engine of a server with the skills and workflows of its packs. */
final class NodeStart {
    /** In the data folder; each node of a fleet needs the same. */
    private static final String LIMITS = "limits.json";

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

    /** @throws IllegalArgumentException when the file is there and says nothing that can be understood */
    private static Limits limits(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Limits.NONE;
        }
        try {
            return Limits.read(JsonReader.parse(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    private static NodeSettings settings(ServerOptions options) throws IOException {
        var usual = NodeSettings.forThisMachine();
        return new NodeSettings(
                options.has(Role.WORKER),
                usual.maxRuns(),
                usual.maxExecutions(),
                limits(options.home().resolve(LIMITS)),
                options.lease().dividedBy(HEARTBEATS_PER_LEASE),
                usual.handOverGrace());
    }
}
