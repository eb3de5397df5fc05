package dev.runengine.store.database;

import dev.runengine.runtime.port.StoreUnavailableException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Applies the versioned schema, forward only; concurrent starts wait for each other. */
final class Migrations {
    private Migrations() {}

    static void apply(Database.Address address) {
        try {
            Flyway.configure()
                    .dataSource(address.url(), address.user(), address.password())
                    .locations("classpath:db/migration")
                    .validateMigrationNaming(true)
                    .connectRetries(3)
                    .connectRetriesInterval(1)
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new StoreUnavailableException(
                    "the database " + address + " cannot be used: " + e.getMessage()
                            + "; check RUN_ENGINE_DATABASE_URL, _USER and _PASSWORD, and that the user may create"
                            + " roles and tables",
                    e);
        }
    }
}
