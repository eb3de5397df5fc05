package dev.runengine.store.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.CacheShelf;
import dev.runengine.runtime.port.CacheShelf.Filter;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.runtime.retention.CleanUp;
import dev.runengine.runtime.retention.Cleaned;
import dev.runengine.runtime.retention.Retention;
import dev.runengine.runtime.retention.Retention.Rule;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.cache.CaffeineHotTier;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.files.FolderArtifactStore;
import dev.runengine.store.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Fifty clients build, update and build again what others build too, on two nodes, while two clean-ups delete runs, results
 * and files after seconds, and results are invalidated: whatever a run names is there.
 */
class CleanUpRaceTest {
    private static final int CLIENTS = 50;
    /** Keeps everything. */
    private static final String KEEPER = "keeper";

    private static final String FORGETFUL = "forgetful";
    /** How long a file is safe without a name: as long as these runs may take to record it on a busy machine. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private static final Retention SECONDS = new Retention(List.of(new Rule(
            Set.of(FORGETFUL),
            Optional.of(Duration.ofMillis(50)),
            Optional.of(Duration.ofSeconds(8)),
            Optional.empty(),
            OptionalLong.of(60_000))));

    private static final WorkflowSpec FILM = Workflows.workflow("film", "1.0.0")
            .cache(CachePolicy.GLOBAL)
            .step(TestFlows.step("song"))
            .step(TestFlows.step("video"))
            .step(TestFlows.step("film <- song video"))
            .change(Workflows.change("song.update").seeds("song").mergeAt("/parts/song"))
            .build();

    private static final Filter VIDEOS =
            new Filter(Optional.empty(), Optional.of("video"), Optional.empty(), Optional.empty(), Optional.empty());

    private static final String FILES_NAMED = """
            SELECT DISTINCT encode(a.content_hash, 'hex')
              FROM artifacts a
             WHERE a.tenant_id = '%s'
               AND a.id IN (SELECT unnest(artifact_ids) FROM run_steps UNION SELECT unnest(artifact_ids) FROM step_cache)
            """;
    private static final String NAMES_WITHOUT_RECORD = """
            SELECT named.id::text
              FROM (SELECT unnest(artifact_ids) FROM run_steps UNION SELECT unnest(artifact_ids) FROM step_cache) AS named(id)
             WHERE NOT EXISTS (SELECT FROM artifacts a WHERE a.id = named.id)
            """;

    private final TestDatabase database = TestDatabase.empty();
    private final SystemTimer timer = new SystemTimer();
    private final Ends ends = new Ends();
    private final Instant start = Instant.now();
    private final AtomicReference<Cleaned> cleaned = new AtomicReference<>(Cleaned.NOTHING);

    @TempDir
    private Path folder;

    @Test
    void nothingThatIsNamedIsDeleted() throws Exception {
        race(Duration.ofSeconds(12));
    }

    @Test
    @Tag("long")
    void nothingThatIsNamedIsDeletedInAMinute() throws Exception {
        race(Duration.ofMinutes(1));
    }

    private void race(Duration duration) throws Exception {
        var files = FolderArtifactStore.in(folder.resolve("files"), timer);
        try (var store = open();
                var other = open();
                var node = node(store, files, "one");
                var _ = node(other, FolderArtifactStore.in(folder.resolve("files"), timer), "two");
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var shelf = store.ports(files, "shelf", GRACE, timer).shelf();
            var runs = new ArrayList<Callable<Long>>();
            for (int seed = 0; seed < CLIENTS; seed++) {
                var random = new Random(seed);
                runs.add(() -> build(node, files, shelf, random, duration));
            }
            var cleaning = List.of(store, other).stream()
                    .map(each -> threads.submit(() -> clean(each, files, duration)))
                    .toList();
            long finished = 0;
            for (var client : threads.invokeAll(runs)) {
                finished += client.get();
            }
            for (var each : cleaning) {
                each.get();
            }
            System.out.printf("[CleanUpRaceTest] %d runs, deleted: %s%n", finished, cleaned.get());
            assertThat(deletedOfEverything()).as(cleaned.get().toString()).isTrue();
        }
        assertThat(database.texts(NAMES_WITHOUT_RECORD)).isEmpty();
        for (var tenant : List.of(KEEPER, FORGETFUL)) {
            var named = database.texts(FILES_NAMED.formatted(tenant));
            assertThat(named).isNotEmpty();
            for (var hash : named) {
                assertThat(files.find(tenant, new ContentHash(hash))).as(hash).isPresent();
            }
        }
    }

    /** On a slow machine it takes longer until there is something of everything to be deleted. */
    private boolean goesOn(Duration duration) {
        var since = Duration.between(start, Instant.now());
        return since.compareTo(duration) < 0
                || (!deletedOfEverything() && since.compareTo(duration.multipliedBy(5)) < 0);
    }

    private boolean deletedOfEverything() {
        var all = cleaned.get();
        return all.runs() > 0 && all.results() > 0 && all.files() > 0;
    }

    private PostgresStore open() {
        return PostgresStore.open(new Address(database.jdbcUrl(), database.user(), database.password()), 4);
    }

    private EngineNode node(PostgresStore store, FolderArtifactStore files, String name) throws IOException {
        return EngineNode.start(
                store.ports(files, name, Duration.ofSeconds(10), timer).withHot(CaffeineHotTier.ofUsualSize()),
                new FileSkills(files, Files.createDirectory(folder.resolve(name))),
                (_, _) -> List.of(),
                List.of(FILM),
                List.of(ends),
                timer,
                NodeSettings.forThisMachine());
    }

    /** @return how many runs were completed */
    private long build(EngineNode node, FolderArtifactStore files, CacheShelf shelf, Random random, Duration duration)
            throws Exception {
        long finished = 0;
        while (goesOn(duration)) {
            var parts = Json.object("song", tune(random), "video", Json.of(random.nextInt(3)));
            var tenant = random.nextInt(3) == 0 ? KEEPER : FORGETFUL;
            if (random.nextInt(100) == 0) {
                shelf.invalidate(tenant, VIDEOS, Instant.now());
            }
            var built =
                    completed(node, files, tenant, node.engine().trigger(film(tenant, parts, random.nextInt(5) > 0)));
            finished++;
            var update = node.engine().triggerUpdate(UpdateRequest.of(tenant, built, "song.update", tune(random)));
            if (update instanceof Answer.Accepted<QueuedRun>) {
                completed(node, files, tenant, update);
                finished++;
            }
        }
        return finished;
    }

    /** What was asked for some seconds ago nobody asks for any more. */
    private Json tune(Random random) {
        return Json.object(
                "tune",
                Json.of(random.nextInt(4)
                        + Duration.between(start, Instant.now()).toSeconds()));
    }

    private static TriggerRequest film(String tenant, Json parts, boolean readsCache) {
        return new TriggerRequest(
                tenant,
                "film",
                Optional.empty(),
                Json.object("parts", parts),
                new CacheFlags(readsCache, true, true),
                0,
                Optional.empty(),
                List.of());
    }

    private UUID completed(EngineNode node, FolderArtifactStore files, String tenant, Answer<QueuedRun> answer)
            throws Exception {
        var run = switch (answer) {
            case Answer.Accepted<QueuedRun>(var queued) -> queued.runId();
            case Answer.Refused<QueuedRun> refused -> throw new AssertionError(refused.toString());
        };
        var state = ends.await(run);
        assertThat(state.phase().status()).as(state.phase().toString()).isEqualTo(RunStatus.COMPLETED);
        for (var artifact : artifacts(node, tenant, run)) {
            boolean there = files.find(tenant, artifact.artifact().hash()).isPresent();
            assertThat(there || artifacts(node, tenant, run).isEmpty())
                    .as("a file of a run that is kept")
                    .isTrue();
        }
        return run;
    }

    private static List<ArtifactRecord> artifacts(EngineNode node, String tenant, UUID run) {
        return node.engine().queries().artifacts(tenant, run, Optional.empty()).orElse(List.of());
    }

    private Void clean(PostgresStore store, FolderArtifactStore files, Duration duration) throws IOException {
        var cleanUp = new CleanUp(store.retention(), files, SECONDS, GRACE, timer);
        while (goesOn(duration)) {
            cleaned.accumulateAndGet(cleanUp.clean(), Cleaned::plus);
        }
        return null;
    }
}
