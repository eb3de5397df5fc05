package dev.runengine.store.engine;

import static dev.runengine.core.selector.Selectors.constant;
import static dev.runengine.core.selector.Selectors.field;
import static dev.runengine.core.selector.Selectors.firstOf;
import static dev.runengine.core.selector.Selectors.fromChange;
import static dev.runengine.core.selector.Selectors.fromStep;
import static dev.runengine.core.selector.Selectors.fromTrigger;
import static dev.runengine.core.selector.Selectors.inputSelector;
import static dev.runengine.core.workflow.Workflows.change;
import static dev.runengine.core.workflow.Workflows.step;
import static dev.runengine.core.workflow.Workflows.workflow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.engine.QueuedRun;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.runtime.events.LifecycleLog;
import dev.runengine.runtime.node.EngineNode;
import dev.runengine.runtime.node.NodeSettings;
import dev.runengine.runtime.port.SystemTimer;
import dev.runengine.store.PostgresStore;
import dev.runengine.store.database.Database.Address;
import dev.runengine.store.files.FolderArtifactStore;
import dev.runengine.store.testing.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineOnPostgresTest {
    private static final WorkflowSpec SONG = workflow("song", "1.0.0")
            .step(step("plan").skill("echo").input(inputSelector(field("brief", fromTrigger("brief")))))
            .step(step("music")
                    .skill("echo")
                    .input(inputSelector(
                            field("style", firstOf(fromChange("audio.style"), constant("calm"))),
                            field("plan", fromStep("plan", "data.brief")))))
            .step(step("video").skill("echo").input(fromStep("plan", "data")))
            .step(step("bundle")
                    .skill("echo")
                    .input(inputSelector(
                            field("music", fromStep("music", "data")), field("video", fromStep("video", "data")))))
            .change(change("audio.update").seeds("music").mergeAt("/changes/audio"))
            .build();

    private final LambdaSkills skills = new LambdaSkills().with("echo", LambdaSkills::done);
    private final Ends ends = new Ends();
    private PostgresStore store;
    private SystemTimer timer;
    private EngineNode node;

    @BeforeEach
    void start(@TempDir Path files) throws Exception {
        var database = TestDatabase.empty();
        timer = new SystemTimer();
        store = PostgresStore.open(new Address(database.jdbcUrl(), database.user(), database.password()), 4);
        node = EngineNode.start(
                store.ports(FolderArtifactStore.in(files, timer), "test", Duration.ofSeconds(10), timer),
                skills,
                (_, _) -> List.of(),
                List.of(SONG),
                List.of(ends, new LifecycleLog("memory")),
                timer,
                NodeSettings.forThisMachine());
    }

    @AfterEach
    void stop() {
        node.close();
        store.close();
        timer.close();
    }

    @Test
    void anUpdateRunsTheSeedsAndWhatFollowsAndReusesTheRest() throws Exception {
        var base = accepted(
                node.engine().trigger(TriggerRequest.of("acme", "song", Json.object("brief", Json.of("rain")))));
        assertThat(ends.await(base.runId()).phase().status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(skills.calls("echo")).isEqualTo(4);

        var update = accepted(node.engine()
                .triggerUpdate(
                        UpdateRequest.of("acme", base.runId(), "audio.update", Json.object("style", Json.of("epic")))));
        assertThat(update.message()).isEqualTo("Update run queued - 2 steps will be re-executed");
        ends.await(update.runId());

        var shown = node.engine().queries().run("acme", update.runId()).orElseThrow();
        assertThat(shown.status()).isEqualTo(RunStatus.COMPLETED);
        assertThat(shown.steps().completed()).isEqualTo(2);
        assertThat(shown.steps().skipped()).isEqualTo(2);
        assertThat(skills.calls("echo")).isEqualTo(6);
    }

    @Test
    void anotherTenantDoesNotSeeTheRun() throws Exception {
        var run = accepted(
                node.engine().trigger(TriggerRequest.of("acme", "song", Json.object("brief", Json.of("rain")))));
        ends.await(run.runId());
        assertThat(node.engine().queries().run("other", run.runId())).isEmpty();
        assertThat(node.engine().queries().steps("other", run.runId(), java.util.Optional.empty()))
                .isEmpty();
    }

    private static QueuedRun accepted(Answer<QueuedRun> answer) {
        return switch (answer) {
            case Answer.Accepted<QueuedRun>(var run) -> run;
            case Answer.Refused<QueuedRun> refused -> throw new AssertionError(refused);
        };
    }

    static UUID id(QueuedRun run) {
        return run.runId();
    }
}
