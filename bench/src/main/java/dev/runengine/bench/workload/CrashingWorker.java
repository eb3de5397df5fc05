package dev.runengine.bench.workload;

import dev.runengine.bench.engine.Node;
import dev.runengine.store.database.Database.Address;
import java.io.OutputStream;
import java.nio.file.Path;

/**
 * A worker in a process of its own, to be killed. It says when it is ready and when a skill starts, and ends with its
 * input, so that it does not outlive the bench.
 */
public final class CrashingWorker {
    static final String READY = "ready";
    static final String START = "start";

    private CrashingWorker() {}

    /** @param arguments the database's URL, user and password, and the folder of artifacts */
    public static void main(String[] arguments) throws Exception {
        var address = new Address(arguments[0], arguments[1], arguments[2]);
        try (var node = Node.whole(address, Path.of(arguments[3]), Crash.WORKFLOWS)) {
            node.skills().onStart(() -> System.out.println(START));
            System.out.println(READY);
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
