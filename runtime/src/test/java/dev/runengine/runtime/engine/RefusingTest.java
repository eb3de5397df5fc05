package dev.runengine.runtime.engine;

import static dev.runengine.runtime.testing.TestEngine.TENANT;
import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.skill.SchemaCheck;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.workflow.ChangeTypeBuilder;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.port.RunQueries.Filter;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestSkills;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests that are refused: with a code, with words that help, and without leaving anything behind. */
class RefusingTest {
    private static final JObject TITLE_NEEDED = Json.object("needs", Json.of("title"));
    /** As much of a schema as these tests need: {@code {"needs": "member"}}. */
    private static final SchemaCheck NEEDS = (schema, value) -> schema.get("needs").stream()
            .map(member -> ((JString) member).value())
            .filter(member ->
                    !(value instanceof JObject object && object.get(member).isPresent()))
            .map(member -> new Problem("/" + member, "is required"))
            .toList();

    private final TestEngine engine = TestEngine.with(
                    flow("build", "a", "b <- a").change(change()),
                    flow("strict", "a").triggerSchema(TITLE_NEEDED),
                    flow("patch", "p").updates("build"),
                    flow("same", "p").updates("build").sameInBase("campaign", "a", "data.campaign"))
            .skill("a", _ -> TestSkills.ok(Json.object("campaign", Json.of("autumn"))))
            .schemas(NEEDS)
            .startWithoutWorker();

    private static ChangeTypeBuilder change() {
        return Workflows.change("a.update").seeds("a").mergeAt("/parts/a").payload(TITLE_NEEDED);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void anUnknownWorkflow() {
        var refused = refused(engine.engine().trigger(TriggerRequest.of(TENANT, "bild", Json.object())));

        assertThat(refused.code()).isEqualTo(ErrorCode.WORKFLOW_NOT_FOUND);
        assertThat(refused.message()).contains("bild", "build");
        assertNothingLeft();
    }

    @Test
    void anUnknownVersionByNamingThoseThatExist() {
        var wish = new TriggerRequest(
                TENANT,
                "build",
                Optional.of("9.9.9"),
                Json.object(),
                CacheFlags.DEFAULT,
                0,
                Optional.empty(),
                List.of());
        var refused = refused(engine.engine().trigger(wish));

        assertThat(refused.code()).isEqualTo(ErrorCode.WORKFLOW_NOT_FOUND);
        assertThat(refused.message()).contains("9.9.9; known are ").doesNotContain("known are build", "strict");
        assertNothingLeft();
    }

    @Test
    void aTriggerThatDoesNotFitItsSchema() {
        var refused = refused(engine.engine().trigger(TriggerRequest.of(TENANT, "strict", Json.object())));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(refused.problems()).containsExactly(new Problem("/triggerPayload/title", "is required"));
        assertNothingLeft();
    }

    @Test
    void anUpdateOfARunThatDoesNotExist() {
        assertThat(refused(update(UUID.randomUUID(), "a.update")).code()).isEqualTo(ErrorCode.RUN_NOT_FOUND);
        assertNothingLeft();
    }

    @Test
    void anUpdateOfAnotherTenantsRun() throws InterruptedException {
        var base = completedRun();

        var request = UpdateRequest.of("other", base, "a.update", Json.object());
        assertThat(refused(engine.engine().triggerUpdate(request)).code()).isEqualTo(ErrorCode.RUN_NOT_FOUND);
        assertOnlyTheBaseIsThere();
    }

    @Test
    void anUpdateOfARunThatIsNotCompleted() {
        var base = engine.trigger("build");

        var refused = refused(update(base, "a.update"));
        assertThat(refused.code()).isEqualTo(ErrorCode.BASE_RUN_NOT_COMPLETED);
        assertThat(refused.message()).contains("queued");
        assertOnlyTheBaseIsThere();
    }

    @Test
    void anUnknownTypeOfChange() throws InterruptedException {
        var refused = refused(update(completedRun(), "a.updat"));

        assertThat(refused.code()).isEqualTo(ErrorCode.UNKNOWN_CHANGE_TYPE);
        assertThat(refused.message()).contains("a.updat", "a.update");
        assertOnlyTheBaseIsThere();
    }

    @Test
    void aPayloadThatDoesNotFitTheChange() throws InterruptedException {
        var refused = refused(update(completedRun(), "a.update"));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(refused.problems()).containsExactly(new Problem("/changeRequest/payload/title", "is required"));
        assertOnlyTheBaseIsThere();
    }

    @Test
    void anUpdateWorkflowWithoutItsBaseRun() {
        var refused = refused(engine.engine().trigger(TriggerRequest.of(TENANT, "patch", Json.object())));

        assertThat(refused.code()).isEqualTo(ErrorCode.REQUEST_INVALID);
        assertThat(refused.problems()).extracting(Problem::pointer).containsExactly("/triggerPayload/base_run_id");
        assertNothingLeft();
    }

    @Test
    void anUpdateWorkflowOnARunOfAnotherWorkflow() throws InterruptedException {
        engine.addWorker();
        var strict = engine.trigger("strict", Json.object("title", Json.of("x")));
        engine.awaitEnd(strict);

        var request = TriggerRequest.of(TENANT, "patch", Json.object("base_run_id", Json.of(strict.toString())));
        assertThat(refused(engine.engine().trigger(request)).code()).isEqualTo(ErrorCode.BASE_RUN_MISMATCH);
        assertOnlyTheBaseIsThere();
    }

    @Test
    void anUpdateOfSomethingElseThanTheBaseRunIsAbout() throws InterruptedException {
        var base = completedRun();

        var refused = refused(engine.engine().trigger(same(base, "winter")));
        assertThat(refused.code()).isEqualTo(ErrorCode.BASE_RUN_MISMATCH);
        assertThat(refused.message()).contains("winter", "autumn");
        assertThat(refused.problems()).extracting(Problem::pointer).containsExactly("/triggerPayload/campaign");
        assertOnlyTheBaseIsThere();
        assertThat(engine.engine().trigger(same(base, "autumn"))).isInstanceOf(Answer.Accepted.class);
    }

    private static TriggerRequest same(UUID base, String campaign) {
        return TriggerRequest.of(
                TENANT, "same", Json.object("base_run_id", Json.of(base.toString()), "campaign", Json.of(campaign)));
    }

    @Test
    void aRetryOfARunThatHasNotFailed() throws InterruptedException {
        assertThat(engine.engine().retry(TENANT, completedRun()))
                .isInstanceOfSatisfying(
                        Answer.Refused.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.RUN_NOT_FAILED));
    }

    private UUID completedRun() throws InterruptedException {
        engine.addWorker();
        var run = engine.trigger("build");
        engine.awaitEnd(run);
        return run;
    }

    private Answer<QueuedRun> update(UUID base, String type) {
        return engine.engine().triggerUpdate(UpdateRequest.of(TENANT, base, type, Json.object()));
    }

    private static Answer.Refused<QueuedRun> refused(Answer<QueuedRun> answer) {
        return switch (answer) {
            case Answer.Refused<QueuedRun> refused -> refused;
            case Answer.Accepted<QueuedRun> accepted -> throw new AssertionError(accepted.toString());
        };
    }

    private void assertNothingLeft() {
        assertThat(runs()).isZero();
    }

    private void assertOnlyTheBaseIsThere() {
        assertThat(runs()).isEqualTo(1);
    }

    private int runs() {
        return engine.store()
                .queries()
                .runs(TENANT, Filter.ALL, Optional.empty(), 10)
                .runs()
                .size();
    }
}
