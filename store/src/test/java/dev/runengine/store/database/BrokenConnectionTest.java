package dev.runengine.store.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.testing.TestDatabase;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A session ends in the middle of a transaction: what it did is undone, and to ask again helps. */
class BrokenConnectionTest {
    private final TestDatabase fresh = TestDatabase.empty();
    private final Database database = Database.open(new Address(fresh.jdbcUrl(), fresh.user(), fresh.password()), 2);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void isAnOutageOfTheStoreForAWorker() {
        assertThatThrownBy(() -> database.asWorker(this::breakAndAsk)).isInstanceOf(StoreUnavailableException.class);
        Integer next = database.asWorker(BrokenConnectionTest::ask);
        assertThat(next).isOne();
    }

    @Test
    void isAnOutageOfTheStoreForATenant() {
        assertThatThrownBy(() -> database.asTenant("acme", this::breakAndAsk))
                .isInstanceOf(StoreUnavailableException.class);
        Integer next = database.asTenant("acme", BrokenConnectionTest::ask);
        assertThat(next).isOne();
    }

    private int breakAndAsk(JdbcClient sql) {
        int session = sql.sql("SELECT pg_backend_pid()").query(Integer.class).single();
        try (var other = fresh.dataSource().getConnection();
                var statement = other.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + session + ", 5000)");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return ask(sql);
    }

    private static int ask(JdbcClient sql) {
        return sql.sql("SELECT 1").query(Integer.class).single();
    }
}
