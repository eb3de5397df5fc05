package dev.runengine.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.store.testing.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ServerSettingsTest {
    private final TestDatabase database = TestDatabase.empty();

    @Test
    void aReturnedCommitIsOnTheDisk() throws Exception {
        assertThat(query("SHOW fsync")).isEqualTo("on");
        assertThat(query("SHOW synchronous_commit")).isEqualTo("on");
        assertThat(query("SHOW full_page_writes")).isEqualTo("on");
        assertThat(query("SHOW data_checksums")).isEqualTo("on");
    }

    @Test
    void textIsUnicodeAndSortsByCodePointOnEverySystem() throws Exception {
        assertThat(query("SHOW server_encoding")).isEqualTo("UTF8");
        assertThat(query("SELECT upper('é')")).isEqualTo("É");
        assertThat(query("SELECT string_agg(x, '' ORDER BY x) FROM (VALUES ('b'), ('a'), ('B')) t(x)"))
                .isEqualTo("Bab");
    }

    @Test
    void onlyThePasswordOpensIt() throws Exception {
        assertThat(query("SHOW listen_addresses")).isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.user(), "guess"))
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refusal -> assertThat(refusal.getSQLState()).isEqualTo("28P01"));
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}
