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
    private static final Duration WAIT_FOR_CONNECTION = Duration.ofSeconds(5);

    private final Address address;
    private final HikariDataSource apiPool;
    private final HikariDataSource workerPool;
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
        this.apiPool = pool(address, "run_engine_api", connections);
        this.workerPool = pool(address, "run_engine_worker", connections);
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

    /** The worker role's connections, for statements that are a transaction by themselves. */
    public DataSource workerConnections() {
        return workerPool;
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
    }

    private static HikariDataSource pool(Address address, String role, int connections) {
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
        return new HikariDataSource(config);
    }
}
