package dev.runengine.store.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The journal's statements. A commit is one statement: it first updates the narrow row of every run whose owner, sequence
 * and hits are still right, and everything else joins on the runs that update returned.
 */
final class JournalSql {
    private static final String ENTRIES = """
            entry AS (
                SELECT * FROM json_to_recordset(?::json)
                    AS e(run_id uuid, fence bigint, seq bigint, terminal boolean, cancelled_end boolean,
                         starts_steps boolean, hits integer, flights integer, pending integer, running integer, completed integer,
                         skipped integer, failed integer, cancelled integer)
            )""";

    /**
     * A run is not taken when its fence or sequence moved on, when a cache entry it reuses is gone (the entries found are
     * locked until the commit), when another run executes what it wants to, or when it would end in spite of a wish to cancel it, or go on in spite of a pause.
     */
    private static final String OWNED = """
            owned AS (
                UPDATE run_state s
                   SET seq = s.seq + 1,
                       pending = e.pending, running = e.running, completed = e.completed,
                       skipped = e.skipped, failed = e.failed, cancelled = e.cancelled,
                       worker_id = CASE WHEN e.terminal THEN NULL ELSE s.worker_id END,
                       claimable_at = CASE WHEN e.terminal THEN NULL ELSE s.claimable_at END,
                       paused_at = CASE WHEN e.terminal THEN NULL ELSE s.paused_at END
                  FROM entry e
                 WHERE s.run_id = e.run_id AND s.fence = e.fence AND s.seq = e.seq
                   AND NOT (e.terminal AND NOT e.cancelled_end AND s.cancel_requested_at IS NOT NULL)
                   AND NOT (e.starts_steps AND s.paused_at IS NOT NULL)
                   %s %s
                RETURNING s.run_id, s.tenant_id, s.seq, s.worker_id, s.cancel_requested_at
            )""";

    private static final String ALL_HITS_HELD = "AND e.hits = (SELECT count(*) FROM held WHERE held.run_id = e.run_id)";

    private static final String ALL_FLIGHTS_TAKEN =
            "AND e.flights = (SELECT count(*) FROM flight WHERE flight.run_id = e.run_id)";

    private static final String RUNS_TAKEN = """
            SELECT run_id, cancel_requested_at, NULL::text, NULL::bigint, NULL::integer FROM owned
            """;
    private static final String RESULTS_STORED = """
             UNION ALL
            SELECT run_id, NULL, step_id, id, generation FROM first_result
             UNION ALL
            SELECT run_id, NULL, step_id, id, generation FROM newer_result
            """;

    /** Where runs stand, to tell why a commit left them out, and whether one of unknown outcome was made. */
    static final String STANDING = """
            SELECT run_id, fence, seq, cancel_requested_at, paused_at IS NOT NULL AS paused
              FROM run_state WHERE run_id = ANY (?::uuid[])
            """;

    static final String ENTRIES_STILL_THERE = """
            SELECT h.entry_id
              FROM unnest(?::bigint[], ?::integer[]) AS h(entry_id, generation)
              JOIN step_cache c ON c.id = h.entry_id AND c.generation = h.generation
            """;

    /** Who executes what this run, the second parameter, is not let to. */
    static final String FLIGHTS_OF_OTHERS = """
            SELECT x.step_no, f.run_id, f.step_no
              FROM json_to_recordset(?::json)
                       AS x(step_no integer, tenant_id text, workflow_name text, step_id text, input_hash bytea,
                            skill_version text)
              JOIN step_flight f USING (tenant_id, workflow_name, step_id, input_hash, skill_version)
             WHERE f.run_id <> ?
            """;

    /** What decides whether a run is taken; declared in this order. */
    private static final List<Part> BEFORE_OWNED = List.of(Part.HITS, Part.FLIGHTS);

    /** Few of the combinations occur; the driver keeps a prepared statement for each text. */
    private static final Map<Set<Part>, String> COMMITS = new ConcurrentHashMap<>();

    private JournalSql() {}

    /**
     * A commit that writes these parts. Its parameters are the entries, then the rows of each part, in the order in which
     * the parts are declared.
     *
     * <p>Answers a row for each run taken, and one for each cache entry that now holds a result of the commit.
     */
    static String commit(Set<Part> parts) {
        var known = COMMITS.get(parts);
        return known != null ? known : COMMITS.computeIfAbsent(Set.copyOf(parts), JournalSql::composed);
    }

    private static String composed(Set<Part> parts) {
        var ctes = new ArrayList<>(List.of(ENTRIES));
        BEFORE_OWNED.stream().filter(parts::contains).map(Part::sql).forEach(ctes::add);
        ctes.add(OWNED.formatted(
                parts.contains(Part.HITS) ? ALL_HITS_HELD : "", parts.contains(Part.FLIGHTS) ? ALL_FLIGHTS_TAKEN : ""));
        Arrays.stream(Part.values())
                .filter(part -> !BEFORE_OWNED.contains(part) && parts.contains(part))
                .map(Part::sql)
                .forEach(ctes::add);
        return "WITH " + String.join(", ", ctes) + "\n" + RUNS_TAKEN
                + (parts.contains(Part.RESULTS) ? RESULTS_STORED : "");
    }
}
