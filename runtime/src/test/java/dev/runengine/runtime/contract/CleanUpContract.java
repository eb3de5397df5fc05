package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.memory.InMemoryArtifactStore;
import dev.runengine.runtime.retention.CleanUp;
import dev.runengine.runtime.retention.Cleaned;
import dev.runengine.runtime.retention.Retention;
import dev.runengine.runtime.retention.Retention.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a clean-up leaves of a store and its files. */
public abstract class CleanUpContract extends StoreContract {
    private static final Duration GRACE = Duration.ofHours(24);
    protected static final Instant IN_TWO_DAYS = Instant.now().plus(Duration.ofDays(2));
    protected static final Rule DAYS = rule(Set.of(), Optional.of(Duration.ofDays(1)), Optional.of(Duration.ofDays(1)));

    @TempDir
    Path folder;

    private InMemoryArtifactStore files;

    @BeforeEach
    void openFiles() throws IOException {
        files = new InMemoryArtifactStore(Files.createDirectory(folder.resolve("store")));
    }

    @Test
    void withoutRulesOnlyFilesGoThatNothingNames() throws Exception {
        var named = withFile("acme", "song");
        var litter = put("acme", "litter");

        assertThat(clean(Retention.FOREVER, IN_TWO_DAYS)).isEqualTo(new Cleaned(0, 0, 0, 0, 1, 6));
        assertThat(files.find("acme", named)).isPresent();
        assertThat(files.find("acme", litter)).isEmpty();
        assertThat(clean(Retention.FOREVER, IN_TWO_DAYS).isNothing()).isTrue();
    }

    @Test
    void aFileThatMayStillBeRecordedStays() throws IOException {
        var fresh = put("acme", "fresh");

        assertThat(clean(Retention.FOREVER, Instant.now()).isNothing()).isTrue();
        assertThat(files.find("acme", fresh)).isPresent();
    }

    @Test
    void whatTheRulesLetGoTakesItsFilesAlong() throws Exception {
        var song = withFile("acme", "song");

        var cleaned = clean(new Retention(List.of(DAYS)), IN_TWO_DAYS);
        assertThat(cleaned.runs()).isOne();
        assertThat(cleaned.results()).isEqualTo(2);
        assertThat(cleaned.files()).isOne();
        assertThat(files.find("acme", song)).isEmpty();
        assertThat(clean(new Retention(List.of(DAYS)), IN_TWO_DAYS).isNothing()).isTrue();
    }

    @Test
    void aResultThatIsKeptKeepsItsFileWithoutItsRun() throws Exception {
        var song = withFile("acme", "song");
        var runsOnly = rule(Set.of(), Optional.of(Duration.ofDays(1)), Optional.empty());

        assertThat(clean(new Retention(List.of(runsOnly)), IN_TWO_DAYS).runs()).isOne();
        assertThat(files.find("acme", song)).isPresent();
    }

    @Test
    void equalContentOfAnotherTenantIsNotTouched() throws Exception {
        withFile("acme", "song");
        var same = withFile("other", "song");
        var ofAcme = rule(Set.of("acme"), DAYS.runs(), DAYS.resultsMade());

        assertThat(clean(new Retention(List.of(ofAcme)), IN_TWO_DAYS).files()).isOne();
        assertThat(files.find("acme", same)).isEmpty();
        assertThat(files.find("other", same)).isPresent();
    }

    @Test
    void resultsAreKeptWithinTheirSize() throws Exception {
        completed(newRun("acme"));
        var small = new Rule(Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), OptionalLong.of(15));

        assertThat(clean(new Retention(List.of(small)), Instant.now()).results())
                .isOne();
    }

    protected Cleaned clean(Retention retention, Instant now) throws IOException {
        return new CleanUp(store.retention(), files, retention, GRACE, InstantSource.fixed(now)).clean();
    }

    private static Rule rule(Set<String> tenants, Optional<Duration> runs, Optional<Duration> results) {
        return new Rule(tenants, runs, results, Optional.empty(), OptionalLong.empty());
    }

    private ContentHash put(String tenant, String content) throws IOException {
        return files.put(tenant, Files.writeString(folder.resolve("file"), content))
                .hash();
    }

    /** A completed run whose first step made a file. */
    private ContentHash withFile(String tenant, String content) throws Exception {
        var hash = put(tenant, content);
        var made = new Artifact(Uuids.v7(T0), hash, content.length(), "text/plain", "file");
        var run = owned(newRun(tenant));
        run.commit(run.claim());
        run.commit(run.succeed("a", new StepOutput(Json.object(), List.of(made))));
        run.commit(run.succeed("b"));
        return hash;
    }
}
