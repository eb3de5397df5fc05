package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.run.RunError;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.run.StepStatus;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.ArtifactRecord;
import dev.runengine.runtime.port.RunQueries.Cursor;
import dev.runengine.runtime.port.RunQueries.Filter;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.runtime.port.StepRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What {@link dev.runengine.runtime.port.RunQueries} show, and to whom. */
public abstract class RunQueriesContract extends StoreContract {
    private static final Artifact PICTURE = new Artifact(
            Uuids.v7(T0), ContentHash.of("picture".getBytes(StandardCharsets.UTF_8)), 7, "image/png", "intro.png");

    @Test
    void aRunIsShownAsItStands() throws InterruptedException {
        var run = failed(newRun("acme"));

        var shown = store.queries().run("acme", run.runId()).orElseThrow();
        assertThat(shown.status()).isEqualTo(RunStatus.FAILED);
        assertThat(shown.workflowName()).isEqualTo(FLOW.name());
        assertThat(shown.trigger()).contains(Json.object("brief", Json.of("make it shine")));
        assertThat(shown.tags()).containsExactly("nightly");
        assertThat(shown.createdAt()).isEqualTo(T0);
        assertThat(shown.steps()).isEqualTo(run.state().tally());
        assertThat(shown.startedAt()).isEqualTo(run.state().startedAt());
        assertThat(shown.completedAt()).isPresent();
        assertThat(shown.error()).map(RunError::code).contains(ErrorCode.POLICY_VIOLATION);
        assertThat(shown.error()).flatMap(RunError::failedStepId).contains("b");
    }

    @Test
    void stepsAreShownInTheOrderOfTheWorkflow() throws InterruptedException {
        var run = failed(newRun("acme"));

        var steps = store.queries().steps("acme", run.runId(), Optional.empty()).orElseThrow();
        assertThat(steps).extracting(StepRecord::stepId).containsExactly("a", "b");
        assertThat(steps).extracting(StepRecord::status).containsExactly(StepStatus.COMPLETED, StepStatus.FAILED);
        assertThat(steps.getFirst().spent()).contains(new Execution(run.runId(), 42, new Usage(7, 8)));
        assertThat(steps.get(1).error()).isPresent();
        assertThat(store.queries()
                        .steps("acme", run.runId(), Optional.of(StepStatus.FAILED))
                        .orElseThrow())
                .extracting(StepRecord::stepId)
                .containsExactly("b");
    }

    @Test
    void aStepIsShownWithItsOutput() throws InterruptedException {
        var run = completed(newRun("acme"));

        var detail = store.queries().step("acme", run.runId(), "a").orElseThrow();
        assertThat(detail.output()).contains(Json.object("of", Json.of("a")));
        assertThat(store.queries().step("acme", run.runId(), "nothing")).isEmpty();
    }

    @Test
    void artifactsAreShownByRunByStepAndById() throws InterruptedException {
        var run = withPicture("acme");

        assertThat(store.queries()
                        .artifacts("acme", run.runId(), Optional.empty())
                        .orElseThrow())
                .extracting(ArtifactRecord::artifact)
                .containsExactly(PICTURE);
        assertThat(store.queries()
                        .artifacts("acme", run.runId(), Optional.of("b"))
                        .orElseThrow())
                .isEmpty();
        assertThat(store.queries().artifact("acme", PICTURE.id()).map(ArtifactRecord::artifact))
                .contains(PICTURE);
    }

    @Test
    void whatIsAnotherTenantsIsAsIfItDidNotExist() throws InterruptedException {
        var run = withPicture("acme").runId();

        assertThat(store.queries().run("other", run)).isEmpty();
        assertThat(store.queries().steps("other", run, Optional.empty())).isEmpty();
        assertThat(store.queries().step("other", run, "a")).isEmpty();
        assertThat(store.queries().artifacts("other", run, Optional.empty())).isEmpty();
        assertThat(store.queries().artifact("other", PICTURE.id())).isEmpty();
        assertThat(store.queries()
                        .runs("other", Filter.ALL, Optional.empty(), 10)
                        .runs())
                .isEmpty();
    }

    @Test
    void pagesShowEveryRunOnceNewestFirst() {
        var created = new ArrayList<UUID>();
        for (int i = 0; i < 23; i++) {
            // Several of one moment: the cursor must tell them apart.
            created.add(create(newRun("acme", FLOW, T0.plusSeconds(i / 5), 0, Optional.empty(), CacheFlags.DEFAULT)));
        }

        var shown = new ArrayList<RunRecord>();
        var cursor = Optional.<Cursor>empty();
        do {
            var page = store.queries().runs("acme", Filter.ALL, cursor, 5);
            assertThat(page.runs()).hasSizeLessThanOrEqualTo(5);
            shown.addAll(page.runs());
            cursor = page.next();
        } while (cursor.isPresent());

        assertThat(shown).extracting(RunRecord::runId).containsExactlyInAnyOrderElementsOf(created);
        assertThat(shown).extracting(RunRecord::createdAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(shown).allSatisfy(run -> assertThat(run.trigger()).isEmpty());
    }

    @Test
    void aListIsNarrowedByStatusAndTime() throws InterruptedException {
        var failed = failed(newRun("acme")).runId();
        var later = create(newRun("acme", FLOW, T0.plusSeconds(60), 0, Optional.empty(), CacheFlags.DEFAULT));

        assertThat(list(new Filter(
                        Optional.of(RunStatus.FAILED),
                        Optional.of(FLOW.name()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty())))
                .containsExactly(failed);
        assertThat(list(new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(T0.plusSeconds(60)),
                        Optional.of(T0.plusSeconds(61)))))
                .as("from is inclusive, to is not")
                .containsExactly(later);
        assertThat(list(new Filter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(T0.plusSeconds(60)))))
                .containsExactly(failed);
    }

    @Test
    void runsAreCountedOverAllTenants() throws InterruptedException {
        completed(newRun("acme"));
        failed(newRun("other"));
        owned("acme");
        create(newRun("other"));

        var counts = store.queries().counts();
        assertThat(counts.completed()).isEqualTo(1);
        assertThat(counts.failed()).isEqualTo(1);
        assertThat(counts.active()).isEqualTo(1);
        assertThat(counts.waiting()).isEqualTo(1);
    }

    private List<UUID> list(Filter filter) {
        return store.queries().runs("acme", filter, Optional.empty(), 10).runs().stream()
                .map(RunRecord::runId)
                .toList();
    }

    private OwnedRun withPicture(String tenant) throws InterruptedException {
        var run = owned(tenant);
        run.commit(run.claim());
        run.commit(run.succeed("a", new StepOutput(Json.of("see the picture"), List.of(PICTURE))));
        return run;
    }
}
