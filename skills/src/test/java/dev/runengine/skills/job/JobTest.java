package dev.runengine.skills.job;

import static dev.runengine.skills.testing.FakeService.answer;
import static dev.runengine.skills.testing.FakeService.bytes;
import static dev.runengine.skills.testing.FakeService.reset;
import static dev.runengine.skills.testing.FakeService.status;
import static dev.runengine.skills.testing.SkillWorld.failure;
import static dev.runengine.skills.testing.SkillWorld.finished;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.skill.JobRecord;
import dev.runengine.core.skill.SkillFailure.Broken;
import dev.runengine.core.skill.SkillFailure.OutcomeUnknown;
import dev.runengine.core.skill.SkillFailure.Rejected;
import dev.runengine.core.skill.SkillFailure.TimedOut;
import dev.runengine.core.skill.SkillFailure.Transient;
import dev.runengine.skills.run.Execution;
import dev.runengine.skills.testing.ManualTime;
import dev.runengine.skills.testing.SkillWorld;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobTest extends HttpSkillFixture {
    private static final String SUBMIT = "POST /jobs";
    private static final String STATUS = "GET /jobs/j%2F1";
    private static final String CANCEL = "POST /jobs/j%2F1/cancel";
    private static final String FIND = "GET /jobs?key=" + SkillWorld.KEY;
    private static final LookUp BY_KEY =
            new LookUp(get("/jobs?key={{execution:/key}}"), JsonPointer.parse("/jobs/0/id"), Duration.ofSeconds(10));
    private static final String RUNNING = "{'state': 'running'}";
    private static final String DONE = "{'state': 'done', 'seed': 5, 'file': '/files/1.png'}";

    @BeforeEach
    void aJobIsAccepted() throws IOException {
        service.on(SUBMIT, answer("{'job': {'id': 'j/1'}}"))
                .on(CANCEL, answer("{}"))
                .on("GET /files/1.png", bytes(200, "image/png", Pictures.png(40, 30)));
    }

    private HttpSkill skill() {
        return skill(Optional.empty());
    }

    private HttpSkill skill(Optional<LookUp> lookUp) {
        var job = new JobSettings(
                JsonPointer.parse("/job/id"),
                get("/jobs/{{job:/id}}"),
                JsonPointer.parse("/state"),
                List.of(Json.of("done")),
                List.of(Json.of("failed")),
                Optional.of(JsonPointer.parse("/why")),
                Optional.empty(),
                Optional.of(request("POST", "/jobs/{{job:/id}}/cancel", "{}")),
                lookUp,
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        var settings = settings(
                request("POST", "/jobs", "{'text': '{{input:/prompt}}'}"),
                Optional.of(job),
                png(download("{{response:/file}}")));
        return new HttpSkill(descriptor(), settings, world.around());
    }

    private Execution run() throws InterruptedException {
        return world.run(skill(), INPUT);
    }

    @Test
    void aJobIsPolledAtGrowingIntervalsUntilItIsDone() throws Exception {
        service.on(STATUS, answer(RUNNING))
                .on(STATUS, answer(RUNNING))
                .on(STATUS, answer(RUNNING))
                .on(STATUS, answer(DONE));
        var finished = finished(run());
        assertThat(finished.files()).hasSize(1);
        assertThat(JsonPointer.parse("/seed").find(finished.result().data())).contains(Json.of(5));
        assertThat(world.time.pauses())
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4));
        assertThat(service.seen(CANCEL)).isEmpty();
    }

    @Test
    void aJobThatNeverEndsIsCancelledWhenTimeIsUp() throws Exception {
        service.on(STATUS, answer(RUNNING));
        assertThat(failure(run())).isInstanceOfSatisfying(TimedOut.class, f -> {
            assertThat(f.limit()).isEqualTo(SkillWorld.LIMIT);
            assertThat(f.message()).contains("60 s", "timeLimitSec");
        });
        assertThat(service.seen(CANCEL)).hasSize(1);
        assertThat(world.time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .isEqualTo(SkillWorld.LIMIT);
    }

    @Test
    void aJobThatFailsSaysWhyAndIsNotCancelled() throws Exception {
        service.on(STATUS, answer("{'state': 'failed', 'why': 'no GPU left'}"));
        assertThat(failure(run()))
                .isInstanceOfSatisfying(
                        Broken.class, f -> assertThat(f.message()).contains("j/1", "failed", "no GPU left"));
        assertThat(service.seen(CANCEL)).isEmpty();
    }

    @Test
    void aJobThatTheServiceHasForgottenIsBroken() throws Exception {
        service.on(STATUS, status(404, "application/json", "{}"));
        assertThat(failure(run()))
                .isInstanceOfSatisfying(
                        Broken.class, f -> assertThat(f.message()).contains("does not know the job j/1"));
    }

    @Test
    void aServiceThatStumblesDuringAPaidJobIsAskedAgain() throws Exception {
        service.on(STATUS, status(503, "text/plain", "", "Retry-After: 9"))
                .on(STATUS, reset())
                .on(STATUS, answer(DONE));
        finished(run());
        assertThat(service.seen(SUBMIT)).hasSize(1);
        assertThat(world.time.pauses().getFirst()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void aStatusThatIsRefusedEndsTheWaitingAndTheJob() throws Exception {
        service.on(STATUS, status(401, "application/json", "{}"));
        assertThat(failure(run())).isInstanceOf(Rejected.class);
        assertThat(service.seen(CANCEL)).hasSize(1);
    }

    @Test
    void aStatusWithoutAStateSaysWhichPointerToCorrect() throws Exception {
        service.on(STATUS, answer("{'status': 'done'}"));
        assertThat(failure(run()))
                .isInstanceOfSatisfying(
                        Broken.class, f -> assertThat(f.message()).contains("/state"));
    }

    @Test
    void anAnswerWithoutAJobSaysWhichPointerToCorrect() throws Exception {
        service.only(SUBMIT, answer("{'id': 1}"));
        assertThat(failure(run()))
                .isInstanceOfSatisfying(
                        OutcomeUnknown.class, f -> assertThat(f.message()).contains("/job/id"));
    }

    /** Whoever tells it to stop knows whether the job is to stop too, or somebody else goes on with it. */
    @Test
    void whoIsToldToStopLeavesTheJobAlone() throws Exception {
        service.on(STATUS, answer(RUNNING));
        var waiting = new CountDownLatch(1);
        var never = new CountDownLatch(1);
        var stopped = new CountDownLatch(1);
        var thread = Thread.ofVirtual().start(() -> {
            try {
                world.run(skill(), INPUT, _ -> {
                    waiting.countDown();
                    never.await();
                });
            } catch (InterruptedException e) {
                stopped.countDown();
            }
        });
        waiting.await();
        thread.interrupt();
        stopped.await();
        assertThat(service.seen(CANCEL)).isEmpty();

        world.cancelJob(skill(), INPUT);
        assertThat(service.seen(CANCEL)).hasSize(1);
    }

    @Test
    void theJobIsRecordedBeforeItIsSentAndBeforeItIsAskedFor() throws Exception {
        var recorded = new ArrayList<Integer>();
        service.only(SUBMIT, (socket, out) -> {
            recorded.add(world.jobs.history().size());
            answer("{'job': {'id': 'j/1'}}").answer(socket, out);
        });
        service.on(STATUS, (socket, out) -> {
            recorded.add(world.jobs.history().size());
            answer(DONE).answer(socket, out);
        });
        finished(world.run(skill(), INPUT));
        assertThat(recorded).containsExactly(1, 2);
        assertThat(world.jobs.job()).contains(new JobRecord.Submitted("j/1", ManualTime.START));
    }

    @Test
    void aJobThatIsOnRecordIsPolledAndNotPaidForAgain() throws Exception {
        world.jobs.submitted("j/1");
        service.on(STATUS, answer(DONE));
        finished(run());
        assertThat(service.seen(SUBMIT)).isEmpty();
    }

    @Test
    void aRefusalIsRecordedSoThatAnotherTryMaySendAgain() throws Exception {
        service.only(SUBMIT, status(429, "application/json", "{}", "Retry-After: 3"));
        assertThat(failure(run())).isInstanceOf(Transient.class);
        assertThat(world.jobs.job()).isEmpty();
    }

    @Test
    void aLostAnswerWithNobodyToAskIsOfUnknownOutcome() throws Exception {
        service.only(SUBMIT, reset());
        assertThat(failure(run())).isInstanceOf(OutcomeUnknown.class);
        assertThat(world.jobs.job()).containsInstanceOf(JobRecord.Submitting.class);

        assertThat(failure(run())).as("another try").isInstanceOf(OutcomeUnknown.class);
        assertThat(service.seen(SUBMIT)).hasSize(1);
    }

    @Test
    void aGatewayThatGivesUpHasRefusedNothing() throws Exception {
        service.only(SUBMIT, status(502, "text/plain", ""));
        assertThat(failure(run())).isInstanceOf(OutcomeUnknown.class);
    }

    @Test
    void aServiceThatNamesATimeToComeBackHasRefused() throws Exception {
        service.only(SUBMIT, status(503, "text/plain", "", "Retry-After: 9"));
        assertThat(failure(run())).isInstanceOf(Transient.class);
        assertThat(world.jobs.job()).isEmpty();
    }

    @Test
    void aLostJobIsFoundByItsKey() throws Exception {
        service.only(SUBMIT, reset());
        service.on(FIND, answer("{'jobs': []}")).on(FIND, answer("{'jobs': [{'id': 'j/1'}]}"));
        service.on(STATUS, answer(DONE));
        finished(world.run(skill(Optional.of(BY_KEY)), INPUT));
        assertThat(service.seen(SUBMIT)).hasSize(1);
        assertThat(world.jobs.job()).containsInstanceOf(JobRecord.Submitted.class);
    }

    @Test
    void aJobThatDoesNotComeUpIsSentAgainUnderTheSameKey() throws Exception {
        service.only(SUBMIT, reset());
        service.on(SUBMIT, answer("{'job': {'id': 'j/1'}}"));
        service.on(FIND, status(404, "application/json", "{}")).on(STATUS, answer(DONE));
        finished(world.run(skill(Optional.of(BY_KEY)), INPUT));
        assertThat(world.time.pauses().stream().reduce(Duration.ZERO, Duration::plus))
                .as("not before the job had time to come up")
                .isGreaterThanOrEqualTo(BY_KEY.settle());
        assertThat(service.seen(SUBMIT))
                .extracting(seen -> seen.headers().get("idempotency-key"))
                .containsExactly(SkillWorld.KEY.toString(), SkillWorld.KEY.toString());
    }

    @Test
    void aLostJobThatIsNotWantedAnyMoreIsFoundAndStopped() throws Exception {
        world.jobs.submitting();
        service.on(FIND, answer("{'jobs': [{'id': 'j/1'}]}"));
        world.cancelJob(skill(Optional.of(BY_KEY)), INPUT);
        assertThat(service.seen(CANCEL)).hasSize(1);
    }

    @Test
    void theFileOfAJobMayBeTheBodyOfItsResult() throws Exception {
        service.on(STATUS, answer("{'state': true}"))
                .on("GET /jobs/j%2F1/content", bytes(200, "image/png", Pictures.png(50, 30)));
        var job = new JobSettings(
                JsonPointer.parse("/job/id"),
                get("/jobs/{{job:/id}}"),
                JsonPointer.parse("/state"),
                List.of(Json.TRUE),
                List.of(),
                Optional.empty(),
                Optional.of(get("/jobs/{{job:/id}}/content")),
                Optional.empty(),
                Optional.empty(),
                Duration.ofSeconds(2),
                Duration.ofSeconds(4));
        var settings = settings(request("POST", "/jobs", "{}"), Optional.of(job), png(new FileSettings.Source.Body()));
        var finished = finished(world.run(new HttpSkill(descriptor(), settings, world.around()), INPUT));
        assertThat(finished.result().data())
                .isEqualTo(Json.object("width", Json.of(50), "prompt", Json.of("a cup"), "seed", Json.of(0))
                        .with(
                                "image_uri",
                                Json.of("artifact:sha256:"
                                        + finished.files().getFirst().hash())));
    }
}
