package dev.runengine.store.journal;

import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.runtime.port.Journal;
import dev.runengine.store.database.Database;
import dev.runengine.store.database.Outages;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The journal on PostgreSQL: a batch is one statement and so one transaction. When the connection breaks, nobody knows
 * whether the commit was made; the sequence in the run's row tells, and what was not made is tried again.
 */
public final class PostgresJournal implements Journal {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresJournal.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Database database;

    public PostgresJournal(Database database) {
        this.database = database;
    }

    @Override
    public List<Outcome> commit(List<Entry> batch) throws InterruptedException {
        var pause = FIRST_PAUSE;
        boolean unsure = false;
        while (true) {
            try {
                return attempt(batch, unsure);
            } catch (SQLException e) {
                if (Thread.interrupted()) {
                    throw new InterruptedException("told to give up while waiting for the database");
                }
                if (!Outages.isOutage(e)) {
                    return halved(batch, e);
                }
                unsure = true;
                LOG.warn("[RunEngine] The journal waits for the database: {}", e.getMessage());
                Thread.sleep(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    /** @param unsure whether an attempt before this one may have committed without our knowing */
    private List<Outcome> attempt(List<Entry> batch, boolean unsure) throws SQLException {
        try (var connection = database.journalConnections().getConnection()) {
            var answer = execute(connection, batch);
            var committed = batch.stream().map(answer::of).toList();
            return committed.stream().allMatch(Optional::isPresent)
                    ? committed.stream().<Outcome>map(Optional::orElseThrow).toList()
                    : explained(connection, batch, committed, unsure);
        }
    }

    private static CommitAnswer execute(Connection connection, List<Entry> batch) throws SQLException {
        var written = new Batch(batch);
        try (var statement = connection.prepareStatement(written.sql())) {
            written.bind(statement);
            try (var rows = statement.executeQuery()) {
                return CommitAnswer.read(rows);
            }
        }
    }

    private static List<Outcome> explained(
            Connection connection, List<Entry> batch, List<Optional<Outcome.Committed>> committed, boolean unsure)
            throws SQLException {
        var standings = standings(connection, batch);
        var outcomes = new ArrayList<Outcome>();
        for (int i = 0; i < batch.size(); i++) {
            var made = committed.get(i);
            outcomes.add(made.isPresent() ? made.get() : leftOut(connection, batch.get(i), standings, unsure));
        }
        return outcomes;
    }

    /** A commit that an earlier, broken connection made after all shows as the next sequence under the same fence. */
    private static Outcome leftOut(Connection connection, Entry entry, Map<UUID, Standing> standings, boolean unsure)
            throws SQLException {
        var standing = standings.get(entry.ownership().runId());
        if (standing == null || standing.fence() != entry.ownership().fence()) {
            return new Outcome.Fenced();
        }
        if (unsure && standing.seq() == entry.ownership().seq() + 1) {
            return new Outcome.Committed(standing.cancelRequestedAt(), Map.of());
        }
        if (standing.seq() != entry.ownership().seq()) {
            return new Outcome.Fenced();
        }
        if (entry.startsSteps() && standing.paused()) {
            return new Outcome.PauseFirst();
        }
        if (entry.terminal() && standing.cancelRequestedAt().isPresent()) {
            return new Outcome.CancelFirst();
        }
        var gone = goneHits(connection, entry);
        return gone.isEmpty() && !entry.flightsTaken().isEmpty()
                ? new Outcome.FlightsTaken(leaders(connection, entry))
                : new Outcome.HitsGone(gone);
    }

    /** Whoever is not found any more has landed meanwhile. */
    private static Map<Integer, FlightLeader> leaders(Connection connection, Entry entry) throws SQLException {
        try (var statement = connection.prepareStatement(JournalSql.FLIGHTS_OF_OTHERS)) {
            statement.setString(1, Batch.flights(entry).json());
            statement.setObject(2, entry.ownership().runId());
            var leaders = new HashMap<Integer, FlightLeader>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    leaders.put(rows.getInt(1), new FlightLeader(rows.getObject(2, UUID.class), rows.getInt(3)));
                }
            }
            return leaders;
        }
    }

    private record Standing(long fence, long seq, Optional<Instant> cancelRequestedAt, boolean paused) {}

    private static Map<UUID, Standing> standings(Connection connection, List<Entry> batch) throws SQLException {
        try (var statement = connection.prepareStatement(JournalSql.STANDING)) {
            var ids = batch.stream().map(entry -> entry.ownership().runId()).toArray();
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            var standings = new HashMap<UUID, Standing>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    standings.put(
                            rows.getObject(1, UUID.class),
                            new Standing(
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    Optional.ofNullable(rows.getObject(4, OffsetDateTime.class))
                                            .map(OffsetDateTime::toInstant),
                                    rows.getBoolean(5)));
                }
            }
            return standings;
        }
    }

    private static Map<Integer, MissReason> goneHits(Connection connection, Entry entry) throws SQLException {
        var hits = Batch.hits(entry);
        var there = stillThere(connection, List.copyOf(hits.values()));
        var gone = new HashMap<Integer, MissReason>();
        hits.forEach((step, ref) -> {
            if (!there.contains(ref.id())) {
                gone.put(step, MissReason.INVALIDATED);
            }
        });
        return gone;
    }

    private static Set<Long> stillThere(Connection connection, List<EntryRef> refs) throws SQLException {
        try (var statement = connection.prepareStatement(JournalSql.ENTRIES_STILL_THERE)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", refs.stream().map(EntryRef::id).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "integer", refs.stream().map(EntryRef::generation).toArray()));
            var there = new HashSet<Long>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    there.add(rows.getLong(1));
                }
            }
            return there;
        }
    }

    /** A row that the database will never take fails alone: the batch is halved until it is found. */
    private List<Outcome> halved(List<Entry> batch, SQLException refusal) throws InterruptedException {
        if (batch.size() == 1) {
            LOG.error(
                    "[RunEngine] The database refuses a record: runId={}",
                    batch.getFirst().ownership().runId(),
                    refusal);
            return List.of(new Outcome.Refused(String.valueOf(refusal.getMessage())));
        }
        int middle = batch.size() / 2;
        var outcomes = new ArrayList<>(commit(batch.subList(0, middle)));
        outcomes.addAll(commit(batch.subList(middle, batch.size())));
        return outcomes;
    }
}
