package dev.runengine.runtime.engine;

import static dev.runengine.runtime.testing.TestEngine.TENANT;
import static dev.runengine.runtime.testing.TestEngine.accepted;
import static dev.runengine.runtime.testing.TestFlows.flow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.workflow.Workflows;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.runtime.port.RunQueries.Filter;
import dev.runengine.runtime.testing.TestEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are sent again under their key. */
class RepeatingTest {
    private static final Optional<RequestKey> KEY = key("k", "{\"a\": 1}");
    private static final TriggerRequest SONG = TriggerRequest.of(TENANT, "song", Json.object());

    private final TestEngine test = TestEngine.with(flow("song", "a", "b <- a")
                    .change(Workflows.change("louder").seeds("b")))
            .start();
    private final RunEngine engine = test.engine();

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theSameRequestAgainIsGivenTheFirstAnswerAndNoSecondRun() {
        var first = accepted(engine.trigger(SONG, KEY));
        var again = accepted(engine.trigger(SONG, KEY));

        assertThat(again.runId()).isEqualTo(first.runId());
        assertThat(again.message()).isEqualTo(first.message());
        assertThat(first.repeated()).isFalse();
        assertThat(again.repeated()).isTrue();
        assertThat(runs()).isOne();
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        accepted(engine.trigger(SONG, KEY));

        assertThat(engine.trigger(SONG, key("k", "{\"a\": 2}")))
                .isInstanceOfSatisfying(Answer.Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo(ErrorCode.IDEMPOTENCY_KEY_REUSED);
                    assertThat(refused.message()).contains(" k ");
                });
        assertThat(runs()).isOne();
    }

    @Test
    void otherKeysAndNoKeyAreOtherRequests() {
        accepted(engine.trigger(SONG, KEY));
        accepted(engine.trigger(SONG, key("l", "{\"a\": 1}")));
        accepted(engine.trigger(SONG));

        assertThat(runs()).isEqualTo(3);
    }

    @Test
    void aRequestIsTheSameHoweverItIsWritten() {
        assertThat(key("k", "{\"b\": 2, \"a\": 1.0}")).isEqualTo(key("k", "{\"a\":1,\"b\":2}"));
    }

    @Test
    void theKeyOfARefusedRequestIsFree() {
        var unknown = TriggerRequest.of(TENANT, "sogn", Json.object());
        assertThat(engine.trigger(unknown, KEY)).isInstanceOf(Answer.Refused.class);

        assertThat(accepted(engine.trigger(SONG, KEY)).repeated()).isFalse();
    }

    @Test
    void anUpdateAgainIsGivenTheFirstAnswerWhateverWouldBeReusedNow() throws InterruptedException {
        var base = finished(engine.trigger(SONG));
        var louder = UpdateRequest.of(TENANT, base, "louder", Json.object("by", Json.of(3)));

        var first = accepted(engine.triggerUpdate(louder, KEY));
        test.awaitEnd(first.runId());
        var again = accepted(engine.triggerUpdate(louder, KEY));

        assertThat(again).isEqualTo(new QueuedRun(first.runId(), first.message(), true));
        assertThat(accepted(engine.triggerUpdate(louder)).runId()).isNotEqualTo(first.runId());
    }

    @Test
    void aPlanExecutedAgainUnderItsKeyIsGivenTheFirstAnswer() throws InterruptedException {
        var base = finished(engine.trigger(SONG));
        var planId = planned(base);

        var first = queued(engine.execute(TENANT, base, planId, KEY));
        assertThat(queued(engine.execute(TENANT, base, planId, KEY)))
                .isEqualTo(new QueuedRun(planId, first.message(), true));
        assertThat(engine.trigger(SONG, key("k", "1"))).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void ofManyAtOnceOneIsCarriedOutAndAllAreGivenItsAnswer() throws Exception {
        var answers = atOnce(() -> accepted(engine.trigger(SONG, KEY)));

        assertThat(answers)
                .extracting(QueuedRun::runId)
                .containsOnly(answers.getFirst().runId());
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
        assertThat(runs()).isOne();
    }

    @Test
    void ofManyExecutionsOfAPlanAtOnceAllAreGivenTheSameAnswer() throws Exception {
        var base = finished(engine.trigger(SONG));
        var planId = planned(base);

        var answers = atOnce(() -> queued(engine.execute(TENANT, base, planId, KEY)));

        assertThat(answers)
                .extracting(QueuedRun::message)
                .containsOnly(answers.getFirst().message());
        assertThat(answers).filteredOn(answer -> !answer.repeated()).hasSize(1);
    }

    private static List<QueuedRun> atOnce(Callable<QueuedRun> request) throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<QueuedRun>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                answers.add(clients.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            start.countDown();
        }
        return answers.stream().map(Future::resultNow).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "ümlaut", "tab\there"})
    void whatIsNoKeyIsNone(String text) {
        assertThat(RequestKey.isKey(text)).isFalse();
        assertThatThrownBy(() -> RequestKey.of(text, Json.NULL)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aKeyHas255CharactersAtMost() {
        assertThat(RequestKey.isKey("x".repeat(255))).isTrue();
        assertThat(RequestKey.isKey("x".repeat(256))).isFalse();
    }

    private UUID planned(UUID base) {
        var plan = engine.plan(UpdateRequest.of(TENANT, base, "louder", Json.object("by", Json.of(3))));
        return ((Answer.Accepted<PlannedUpdate>) plan).value().planId();
    }

    private UUID finished(Answer<QueuedRun> answer) throws InterruptedException {
        var run = accepted(answer).runId();
        test.awaitEnd(run);
        return run;
    }

    private static QueuedRun queued(Answer<PlanOutcome> answer) {
        return ((PlanOutcome.Queued) ((Answer.Accepted<PlanOutcome>) answer).value()).run();
    }

    private int runs() {
        return engine.queries()
                .runs(TENANT, Filter.ALL, Optional.empty(), 100)
                .runs()
                .size();
    }

    private static Optional<RequestKey> key(String key, String request) {
        return Optional.of(RequestKey.of(key, JsonReader.parse(request)));
    }
}
