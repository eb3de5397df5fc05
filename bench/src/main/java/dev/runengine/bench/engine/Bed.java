package dev.runengine.bench.engine;

import dev.runengine.bench.measure.Meter;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** What all workloads of one call run on: a durable database of its own, a node, and the gauges. */
public final class Bed implements AutoCloseable {
    private final Path home;
    private final List<WorkflowSpec> workflows;
    private final EmbeddedPostgres postgres;
    private final Node node;
    private final Meter meter;

    /** @param home a folder that is empty, so that no earlier call counts */
    public Bed(Path home, List<WorkflowSpec> workflows) throws IOException, SQLException {
        this.home = home;
        this.workflows = List.copyOf(workflows);
        this.postgres = EmbeddedPostgres.start(home.resolve("postgres"), programs());
        this.node = Node.whole(address(), home.resolve("artifacts"), workflows);
        this.meter = Meter.of(postgres);
    }

    public Node node() {
        return node;
    }

    public Meter meter() {
        return meter;
    }

    /** A folder for one workload's own. */
    public Path folder(String name) {
        return home.resolve(name);
    }

    /** Where the database's programs are, for those who start another one. */
    public Path programs() {
        return home.resolve("programs");
    }

    /** A second node on the same database, which only answers. */
    public Node front() throws IOException {
        return Node.front(address(), home.resolve("artifacts"), workflows);
    }

    private Address address() {
        return new Address(postgres.jdbcUrl(), postgres.user(), postgres.password());
    }

    @Override
    public void close() throws SQLException {
        meter.close();
        node.close();
        postgres.close();
    }
}
