package dev.runengine.store.journal;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.Journal.Outcome.Committed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What {@link JournalSql#commit a commit} says it did, of all entries of a batch. */
final class CommitAnswer {
    private final Map<UUID, Optional<Instant>> taken = new HashMap<>();
    private final Map<UUID, Map<String, EntryRef>> stored = new HashMap<>();

    static CommitAnswer read(ResultSet rows) throws SQLException {
        var answer = new CommitAnswer();
        while (rows.next()) {
            answer.add(rows);
        }
        return answer;
    }

    private void add(ResultSet row) throws SQLException {
        var runId = row.getObject(1, UUID.class);
        var stepId = row.getString(3);
        if (stepId == null) {
            var cancelAt = Optional.ofNullable(row.getObject(2, OffsetDateTime.class));
            taken.put(runId, cancelAt.map(OffsetDateTime::toInstant));
        } else {
            stored.computeIfAbsent(runId, _ -> new HashMap<>())
                    .put(stepId, new EntryRef(row.getLong(4), row.getInt(5)));
        }
    }

    /** Empty when its run was not taken. */
    Optional<Committed> of(Entry entry) {
        var runId = entry.ownership().runId();
        return Optional.ofNullable(taken.get(runId)).map(cancelAt -> {
            var byStep = new HashMap<Integer, EntryRef>();
            stored.getOrDefault(runId, Map.of())
                    .forEach((id, ref) -> byStep.put(entry.after().workflow().stepNo(id), ref));
            return new Committed(cancelAt, byStep);
        });
    }
}
