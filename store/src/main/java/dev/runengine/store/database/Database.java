package dev.runengine.store.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Function;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A PostgreSQL database (15 or newer) with the schema applied, used in two roles: {@code run_engine_api} for requests, bound
 * to one tenant a transaction, and {@code run_engine_worker} for the engine's own work. Safe for use by many threads.
 */
public final class Database implements AutoCloseable {
    /** One that commits, and one to go on with when its connection breaks. */
    private static final int JOURNAL_CONNECTIONS = 2;
    /** Many runs look up at once, in less time than they would wait for processors. */
    private static final int LOOK_UP_CONNECTIONS = 4;
    /**
     * Statements of the hot path live as long as their connection. They are planned once, while the tables may still be
     * empty, and a plan that reads a table from end to end would stay when it has grown: only look-ups are allowed.
     */
    private static final String LOOK_UPS_ONLY = """
            ; SET plan_cache_mode = force_generic_plan
            ; SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off
            """;

    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private final Address address;
    private final HikariDataSource apiPool;
    private final HikariDataSource workerPool;
    private final HikariDataSource journalPool;
    private final HikariDataSource lookUpPool;
    private final JdbcClient api;
    private final JdbcClient worker;
    private final TransactionTemplate apiTransactions;
    private final TransactionTemplate workerTransactions;

    /** Where a database is and who logs in there. @param url {@code jdbc:postgresql://host:port/name} */
    public record Address(String url, String user, String password) {
        @Override
        public String toString() {
            return url + (user.isEmpty() ? " (no user given)" : " as " + user);
        }
    }

    private Database(Address address, int connections) {
        this.address = address;
        this.apiPool = new HikariDataSource(pool(address, "run_engine_api", connections));
        this.workerPool = new HikariDataSource(pool(address, "run_engine_worker", connections));
        this.journalPool = hotPath(address, "run_engine_journal", JOURNAL_CONNECTIONS);
        this.lookUpPool = hotPath(address, "run_engine_look_up", LOOK_UP_CONNECTIONS);
        this.api = JdbcClient.create(apiPool);
        this.worker = JdbcClient.create(workerPool);
        this.apiTransactions = new TransactionTemplate(new DataSourceTransactionManager(apiPool));
        this.workerTransactions = new TransactionTemplate(new DataSourceTransactionManager(workerPool));
    }

    /**
     * Applies the migrations that are missing, under a lock, and connects.
     *
     * @param connections of each role
     * @throws dev.runengine.runtime.port.StoreUnavailableException when the database cannot be reached or migrated
     */
    public static Database open(Address address, int connections) {
        Migrations.apply(address);
        return new Database(address, connections);
    }

    /** One transaction that sees one tenant's rows and no others. */
    public <T> T asTenant(String tenant, Function<JdbcClient, T> work) {
        return Outages.translated(() -> apiTransactions.execute(_ -> {
            api.sql("SELECT set_config('run_engine.tenant', ?, true)")
                    .param(tenant)
                    .query()
                    .singleValue();
            return work.apply(api);
        }));
    }

    /** One transaction of the engine's own. */
    public <T> T asWorker(Function<JdbcClient, T> work) {
        return Outages.translated(() -> workerTransactions.execute(_ -> work.apply(worker)));
    }

    /**
     * A statement of the engine's own that is a transaction by itself, which saves the round trip of a commit. One at a
     * time: a second would need a second connection while the first is held.
     */
    public <T> T asWorkerAlone(Function<JdbcClient, T> work) {
        return Outages.translated(() -> work.apply(worker));
    }

    /** The worker role's connections, for statements that are a transaction by themselves. */
    public DataSource workerConnections() {
        return workerPool;
    }

    /**
     * The worker role's connections for commits: few statements, each a transaction by itself, prepared on the server from
     * their first use.
     */
    public DataSource journalConnections() {
        return journalPool;
    }

    /** The worker role's connections for looking results up, likewise. */
    public DataSource lookUpConnections() {
        return lookUpPool;
    }

    /** A connection of its own for listening and for session locks, in the worker role. The caller closes it. */
    public Connection dedicatedConnection() throws SQLException {
        var source = new PGSimpleDataSource();
        source.setURL(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setTcpKeepAlive(true);
        var connection = source.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("SET ROLE run_engine_worker");
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return connection;
    }

    @Override
    public void close() {
        apiPool.close();
        workerPool.close();
        journalPool.close();
        lookUpPool.close();
    }

    private static HikariDataSource hotPath(Address address, String name, int connections) {
        var config = pool(address, "run_engine_worker", connections);
        config.setPoolName(name);
        config.setConnectionInitSql(config.getConnectionInitSql() + LOOK_UPS_ONLY);
        config.addDataSourceProperty("ApplicationName", name);
        config.addDataSourceProperty("prepareThreshold", "1");
        return new HikariDataSource(config);
    }

    private static HikariConfig pool(Address address, String role, int connections) {
        var config = new HikariConfig();
        config.setPoolName(role);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setConnectionInitSql("SET ROLE " + role);
        config.setMaximumPoolSize(connections);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(WAIT_FOR_CONNECTION.toMillis());
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", role);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return config;
    }
}
