package dev.runengine.store.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnreachableDatabaseTest {
    @Test
    void isNamedWithItsAddressAndWithWhoLogsInThere() {
        var url = "jdbc:postgresql://127.0.0.1:1/x";

        assertThat(new Database.Address(url, "", "")).hasToString(url + " (no user given)");
        assertThat(new Database.Address(url, "bob", "secret")).hasToString(url + " as bob");
    }
}
