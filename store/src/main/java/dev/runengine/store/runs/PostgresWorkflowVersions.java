package dev.runengine.store.runs;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.runtime.port.WorkflowVersions;
import dev.runengine.store.database.Database;
import dev.runengine.store.rows.Columnar;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** Workflow versions in PostgreSQL. They belong to the deployment, not to a tenant. */
public final class PostgresWorkflowVersions implements WorkflowVersions {
    private static final String INSERT = """
            INSERT INTO workflow_versions (name, version, digest, spec, first_seen)
            VALUES (:name, :version, :digest, :spec, :at)
            ON CONFLICT (name, version) DO NOTHING
            """;
    private static final String DIGEST =
            "SELECT digest FROM workflow_versions WHERE name = :name AND version = :version";
    private static final String SPECS = "SELECT spec FROM workflow_versions ORDER BY name, version";

    private final Database database;

    public PostgresWorkflowVersions(Database database) {
        this.database = database;
    }

    @Override
    public boolean record(String name, String version, ContentHash digest, Json spec, Instant at) {
        return database.asWorker(sql -> {
            sql.sql(INSERT)
                    .param("name", name)
                    .param("version", version)
                    .param("digest", Columnar.bytes(digest))
                    .param("spec", Columnar.text(spec))
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .update();
            var recorded = sql.sql(DIGEST)
                    .param("name", name)
                    .param("version", version)
                    .query(byte[].class)
                    .single();
            return Arrays.equals(recorded, Columnar.bytes(digest));
        });
    }

    @Override
    public List<Json> specs() {
        return database.asWorker(sql -> sql.sql(SPECS)
                .query((row, _) -> Columnar.json(row.getString("spec")))
                .list());
    }
}
