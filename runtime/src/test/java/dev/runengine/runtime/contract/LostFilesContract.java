package dev.runengine.runtime.contract;

import static dev.runengine.runtime.testing.TestFlows.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Plan.PlannedStep;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.skill.Usage;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.PlannedUpdate;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.runtime.memory.InMemoryHotTier;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.port.SkillRunner.ProducedFile;
import dev.runengine.runtime.port.SkillRunner.Request;
import dev.runengine.runtime.port.SkillRunner.Result;
import dev.runengine.runtime.testing.ManualTimer;
import dev.runengine.runtime.testing.TestEngine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of results whose files somebody deleted or changed behind the engine's back. Step a makes one file. */
public abstract class LostFilesContract {
    private static final String CHANGE = "a.update";

    @TempDir
    Path folder;

    private final AtomicInteger executions = new AtomicInteger();
    private boolean alwaysTheSame;
    private ArtifactStore files;

    /** A store without runs. */
    protected abstract StoreUnderTest open();

    /** @param empty a folder */
    protected abstract ArtifactStore files(Path empty) throws IOException;

    /** Where a result is found. */
    enum Tier {
        HOT(Verdict.HIT_HOT),
        COLD(Verdict.HIT_COLD);

        final Verdict verdict;

        Tier(Verdict verdict) {
            this.verdict = verdict;
        }

        HotTier tier() {
            return this == HOT ? new InMemoryHotTier(new ManualTimer()) : HotTier.NONE;
        }
    }

    @BeforeEach
    void openFiles() throws IOException {
        files = files(Files.createDirectory(folder.resolve("store")));
    }

    @ParameterizedTest
    @EnumSource
    void aResultWhoseFileIsGoneIsMadeAgainAndReusedFromThenOn(Tier tier) throws Exception {
        try (var engine = engine(CachePolicy.GLOBAL, tier.tier())) {
            var lost = run(engine);
            assertThat(decision(engine, run(engine)).verdict()).isEqualTo(tier.verdict);
            Files.delete(file(engine, lost));

            var after = run(engine);
            assertThat(decision(engine, after)).isEqualTo(missing(lost));
            assertThat(executions).hasValue(2);
            assertThat(file(engine, after)).hasContent("take 2");
            assertThat(decision(engine, run(engine)).verdict()).isEqualTo(tier.verdict);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedFileOfTheSameSizeIsNotLookedForUnlessThePolicySaysSo(Tier tier) throws Exception {
        try (var engine = engine(CachePolicy.GLOBAL, tier.tier())) {
            spoil(file(engine, run(engine)));

            assertThat(decision(engine, run(engine)).verdict()).isEqualTo(tier.verdict);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withThePolicyVerifyAChangedFileIsAsGoodAsGone(Tier tier) throws Exception {
        try (var engine = engine(CachePolicy.GLOBAL.verified(), tier.tier())) {
            var spoiled = run(engine);
            assertThat(decision(engine, run(engine)).verdict()).isEqualTo(tier.verdict);
            spoil(file(engine, spoiled));

            var after = run(engine);
            assertThat(decision(engine, after)).isEqualTo(missing(spoiled));
            assertThat(executions).hasValue(2);
            assertThat(file(engine, after)).hasContent("take 2");
            assertThat(decision(engine, run(engine)).verdict()).isEqualTo(tier.verdict);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aChangedFileIsWholeAgainWhenTheSameIsMade(Tier tier) throws Exception {
        alwaysTheSame = true;
        try (var engine = engine(CachePolicy.GLOBAL.verified(), tier.tier())) {
            var spoiled = run(engine);
            spoil(file(engine, spoiled));

            assertThat(decision(engine, run(engine))).isEqualTo(missing(spoiled));
            assertThat(file(engine, spoiled)).hasContent("take 1");
            assertThat(decision(engine, run(engine)).verdict()).isEqualTo(tier.verdict);
            assertThat(executions).hasValue(2);
        }
    }

    @Test
    void withThePolicyVerifyAnUpdateExecutesAStepThatItDoesNotTouchWhenItsFileHasChanged() throws Exception {
        try (var engine = engine(CachePolicy.GLOBAL.verified(), HotTier.NONE)) {
            var base = run(engine);
            spoil(file(engine, base));
            var update = UpdateRequest.of(TestEngine.TENANT, base, "b.update", Json.object());

            assertThat(expectation(engine, update)).isEqualTo(Expectation.RUN);
            var run = TestEngine.accepted(engine.engine().triggerUpdate(update)).runId();
            engine.awaitEnd(run);
            assertThat(file(engine, run)).hasContent("take 2");
        }
    }

    @Test
    void anUpdateDoesWhatItsPlanSaysOfAResultWhoseFileIsGoneAndReplacesIt() throws Exception {
        try (var engine = engine(CachePolicy.GLOBAL.verified(), HotTier.NONE)) {
            var base = run(engine);
            var change = UpdateRequest.of(TestEngine.TENANT, base, CHANGE, Json.object("a", Json.of("louder")));
            var first = update(engine, change);
            assertThat(expectation(engine, change)).isEqualTo(Expectation.REUSE);
            spoil(file(engine, first));

            assertThat(expectation(engine, change)).isEqualTo(Expectation.RUN);
            var second = update(engine, change);
            assertThat(decision(engine, second)).isEqualTo(missing(first));
            assertThat(file(engine, second)).hasContent("take 3");
            assertThat(expectation(engine, change)).isEqualTo(Expectation.REUSE);
            assertThat(decision(engine, update(engine, change)).verdict()).isEqualTo(Verdict.HIT_COLD);
        }
    }

    private TestEngine engine(CachePolicy policy, HotTier hot) {
        return TestEngine.with(Workflows.workflow("song", "1.0.0")
                        .step(step("a").cache(policy))
                        .step(step("b <- a"))
                        .change(Workflows.change(CHANGE).seeds("a").mergeAt("/parts"))
                        .change(Workflows.change("b.update").seeds("b").mergeAt("/parts/b")))
                .store(open())
                .artifacts(files)
                .hot(hot)
                .skill("a", this::record)
                .start();
    }

    /** Another file each time, unless the test wants the same. */
    private Result record(Request request) {
        int execution = executions.incrementAndGet();
        var take = "take " + (alwaysTheSame ? 1 : execution);
        try {
            var file = Files.writeString(folder.resolve(take), take);
            var bytes = take.getBytes(StandardCharsets.UTF_8);
            return new Result.Succeeded(
                    Json.of("a song"),
                    Usage.NONE,
                    List.of(new ProducedFile(file, ContentHash.of(bytes), bytes.length, "text/plain", "song.txt")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UUID run(TestEngine engine) throws InterruptedException {
        return completed(engine, engine.trigger("song"));
    }

    private static UUID update(TestEngine engine, UpdateRequest request) throws InterruptedException {
        return completed(
                engine,
                TestEngine.accepted(engine.engine().triggerUpdate(request)).runId());
    }

    private static UUID completed(TestEngine engine, UUID run) throws InterruptedException {
        assertThat(engine.awaitEnd(run).status()).isEqualTo(RunStatus.COMPLETED);
        return run;
    }

    private static Expectation expectation(TestEngine engine, UpdateRequest request) {
        return switch (engine.engine().plan(request)) {
            case Answer.Accepted<PlannedUpdate>(var planned) ->
                planned.plan().steps().stream()
                        .filter(step -> step.stepId().equals("a"))
                        .map(PlannedStep::expectation)
                        .findFirst()
                        .orElseThrow();
            case Answer.Refused<PlannedUpdate> refused -> throw new AssertionError(refused.toString());
        };
    }

    private static StepDecision missing(UUID madeBy) {
        return StepDecision.miss(MissReason.BLOB_MISSING, Optional.of(madeBy));
    }

    private static StepDecision decision(TestEngine engine, UUID run) {
        return engine.store()
                .queries()
                .steps(TestEngine.TENANT, run, Optional.empty())
                .orElseThrow()
                .getFirst()
                .decision()
                .orElseThrow();
    }

    /** What step a of the run made, or took over. */
    private Path file(TestEngine engine, UUID run) throws IOException {
        var recorded = engine.store().runs().base(TestEngine.TENANT, run).orElseThrow();
        var output = Objects.requireNonNull(recorded.steps().get("a")).output();
        return files.find(TestEngine.TENANT, output.artifacts().getFirst().hash())
                .orElseThrow();
    }

    private static void spoil(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        Files.writeString(file, Files.readString(file).toUpperCase(Locale.ROOT));
    }
}
