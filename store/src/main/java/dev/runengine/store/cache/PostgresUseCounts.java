package dev.runengine.store.cache;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.port.UseCounts;
import dev.runengine.store.database.Database;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reuses counted in the entries themselves. */
public final class PostgresUseCounts implements UseCounts {
    /**
     * Never waits, so it can be part of no deadlock: what a commit is about to reuse, or somebody to replace, is skipped. The
     * weakest lock that lets it write: plans may lease an entry meanwhile.
     */
    private static final String ADD = """
            WITH used AS (
                SELECT *
                  FROM unnest(:ids::bigint[], :generations::integer[], :times::bigint[], :lasts::timestamptz[])
                           AS u(id, generation, times, last)
            ), free AS (
                SELECT c.id, used.times, used.last
                  FROM used JOIN step_cache c ON c.id = used.id AND c.generation = used.generation
                   FOR NO KEY UPDATE OF c SKIP LOCKED
            ), counted AS (
                UPDATE step_cache c
                   SET hits = c.hits + free.times, last_hit_at = greatest(c.last_hit_at, free.last)
                  FROM free
                 WHERE c.id = free.id
                RETURNING c.id
            )
            SELECT used.id, used.generation
              FROM used JOIN step_cache c ON c.id = used.id AND c.generation = used.generation
             WHERE used.id NOT IN (SELECT id FROM counted)
            """;

    private final Database database;

    public PostgresUseCounts(Database database) {
        this.database = database;
    }

    @Override
    public Set<EntryRef> add(Map<EntryRef, Use> uses) {
        var list = List.copyOf(uses.entrySet());
        return new HashSet<>(database.asWorkerAlone(sql -> sql.sql(ADD)
                .param("ids", column(list, use -> use.getKey().id()).toArray(Long[]::new))
                .param(
                        "generations",
                        column(list, use -> use.getKey().generation()).toArray(Integer[]::new))
                .param("times", column(list, use -> use.getValue().times()).toArray(Long[]::new))
                .param(
                        "lasts",
                        column(
                                        list,
                                        use -> use.getValue()
                                                .last()
                                                .atOffset(ZoneOffset.UTC)
                                                .toString())
                                .toArray(String[]::new))
                .query((row, _) -> new EntryRef(row.getLong("id"), row.getInt("generation")))
                .list()));
    }

    private static <T> List<T> column(List<Map.Entry<EntryRef, Use>> uses, Function<Map.Entry<EntryRef, Use>, T> of) {
        return uses.stream().map(of).toList();
    }
}
