package dev.runengine.app.crash;

import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.Ports;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.files.FolderArtifactStore;
import java.io.OutputStream;
import java.util.List;

/** A node in a process of its own, to be killed. It ends with its input, so that it does not outlive its test. */
public final class NodeMain {
    private static final int CONNECTIONS = 4;

    private NodeMain() {}

    /** @param arguments the test's port, the node's name, and its options */
    public static void main(String[] arguments) throws Exception {
        var words = List.of(arguments);
        var harness = new Harness(Integer.parseInt(words.get(0)), words.get(1));
        var options = NodeOptions.of(words.subList(2, words.size()));
        var timer = new SystemTimer();
        var store = PostgresStore.open(options.database(), CONNECTIONS);
        var ports = store.ports(FolderArtifactStore.in(options.files(), timer), words.get(1), options.lease(), timer);
        var node = EngineNode.start(
                announcing(ports, harness),
                new WaitingSkills(harness),
                (_, _) -> List.of(),
                List.of(Campaign.WORKFLOW),
                List.of(),
                timer,
                options.settings(true));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(() -> {
            node.close();
            store.close();
        }));
        harness.ready();
        System.in.transferTo(OutputStream.nullOutputStream());
        Runtime.getRuntime().halt(0);
    }

    private static Ports announcing(Ports ports, Harness harness) {
        return new Ports(
                ports.runs(),
                ports.queries(),
                ports.history(),
                ports.shelf(),
                ports.plans(),
                ports.board(),
                new AnnouncedJournal(ports.journal(), harness),
                ports.hot(),
                ports.cache(),
                ports.uses(),
                ports.flights(),
                ports.versions(),
                ports.artifacts(),
                ports.queue());
    }
}
