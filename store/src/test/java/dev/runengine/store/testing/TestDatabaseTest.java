package dev.runengine.store.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class TestDatabaseTest {
    @Test
    void eachCallGivesADatabaseOfItsOwn() throws SQLException {
        TestDatabase first = TestDatabase.empty();
        TestDatabase second = TestDatabase.empty();

        execute(first, "CREATE TABLE mine (id int)");

        assertThat(count(second, "pg_tables WHERE tablename = 'mine'")).isZero();
    }

    @Test
    void aCopyHoldsWhatTheOriginalHeldAndIsItsOwn() throws SQLException {
        TestDatabase original = TestDatabase.empty();
        execute(original, "CREATE TABLE prepared AS SELECT 1 AS id");

        TestDatabase copy = original.copy();
        execute(copy, "INSERT INTO prepared VALUES (2)");

        assertThat(count(copy, "prepared")).isEqualTo(2);
        assertThat(count(original, "prepared")).isOne();
    }

    private static void execute(TestDatabase database, String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int count(TestDatabase database, String rows) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM " + rows)) {
            row.next();
            return row.getInt(1);
        }
    }
}
