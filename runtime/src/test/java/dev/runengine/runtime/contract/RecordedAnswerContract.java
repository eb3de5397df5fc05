package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RecordedAnswer;
import dev.runengine.runtime.port.RequestKey;
import dev.runengine.runtime.port.RunQueries.Filter;
import dev.runengine.runtime.port.RunStore.CreateAnswer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** How a {@link dev.runengine.runtime.port.RunStore} keeps what was answered to requests with a key. */
public abstract class RecordedAnswerContract extends StoreContract {
    private static final RequestKey KEY = key("song of the day \"1\"");

    @Test
    void anAnswerIsRecordedWithItsRun() {
        var run = newRun("acme").answering(KEY, "queued");

        assertThat(store.runs().answered("acme", KEY.key())).isEmpty();
        assertThat(store.runs().create(run)).isEqualTo(CreateAnswer.CREATED);
        assertThat(store.runs().answered("acme", KEY.key())).contains(new RecordedAnswer(KEY, run.runId(), "queued"));
        assertThat(store.runs().load(run.runId())).isPresent();
    }

    @Test
    void underAKeyThatIsTakenNothingIsRecorded() {
        var first = newRun("acme").answering(KEY, "first");
        var second =
                newRun("acme").answering(new RequestKey(KEY.key(), key("other").request()), "second");
        store.runs().create(first);

        assertThat(store.runs().create(second)).isEqualTo(CreateAnswer.KEY_TAKEN);
        assertThat(answered("acme")).isEqualTo(first.runId());
        assertThat(runs("acme")).isOne();
    }

    @Test
    void keysAreATenantsOwn() {
        var ofAcme = newRun("acme").answering(KEY, "queued");
        var ofOther = newRun("other").answering(KEY, "queued");
        store.runs().create(ofAcme);

        assertThat(store.runs().answered("other", KEY.key())).isEmpty();
        assertThat(store.runs().create(ofOther)).isEqualTo(CreateAnswer.CREATED);
        assertThat(answered("acme")).isEqualTo(ofAcme.runId());
        assertThat(answered("other")).isEqualTo(ofOther.runId());
    }

    @Test
    void keysDifferByCase() {
        store.runs().create(newRun("acme").answering(key("a"), "queued"));

        assertThat(store.runs().create(newRun("acme").answering(key("A"), "queued")))
                .isEqualTo(CreateAnswer.CREATED);
    }

    @Test
    void aRunThatCannotBeCreatedLeavesNoAnswer() throws InterruptedException {
        var base = completed(newRun("acme"));
        var update = new NewRun.BaseOf(base.runId(), Optional.of(new NewRun.Change("a", Json.object(), false)));
        store.retention().forgetRuns("acme", T0.plus(Duration.ofDays(1)), 10);
        var run = newRun("acme", FLOW, T0, 0, Optional.of(update), CacheFlags.DEFAULT)
                .answering(KEY, "queued");

        assertThat(store.runs().create(run)).isEqualTo(CreateAnswer.BASE_GONE);
        assertThat(store.runs().answered("acme", KEY.key())).isEmpty();
        assertThat(store.runs().create(newRun("acme").answering(KEY, "queued"))).isEqualTo(CreateAnswer.CREATED);
    }

    @Test
    void aRunThatIsThereAlreadyIsTheAnswerUnderEveryKey() {
        var run = newRun("acme");
        store.runs().create(run);

        assertThat(store.runs().create(run.answering(KEY, "queued"))).isEqualTo(CreateAnswer.ALREADY_THERE);
        assertThat(answered("acme")).isEqualTo(run.runId());
    }

    @Test
    void ofManyRequestsAtOnceUnderOneKeyOneIsRecorded() throws Exception {
        var start = new CountDownLatch(1);
        var answers = new ArrayList<Future<CreateAnswer>>();
        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                var run = newRun("acme").answering(KEY, "queued");
                answers.add(clients.submit(() -> {
                    start.await();
                    return store.runs().create(run);
                }));
            }
            start.countDown();
        }

        assertThat(answers)
                .map(Future::get)
                .containsOnlyOnce(CreateAnswer.CREATED)
                .containsOnly(CreateAnswer.CREATED, CreateAnswer.KEY_TAKEN);
        assertThat(runs("acme")).isOne();
        assertThat(store.runs().load(answered("acme"))).isPresent();
    }

    @Test
    void anAnswerIsForgottenOnceItIsOldEnough() {
        create(newRun("acme").answering(key("old"), "queued"));
        create(newRun("other").answering(key("old"), "queued"));
        create(newRun("acme", FLOW, T0.plusSeconds(1), 0, Optional.empty(), CacheFlags.DEFAULT)
                .answering(key("new"), "queued"));

        assertThat(store.retention().forgetAnswers(T0, 10)).as("too soon").isZero();
        assertThat(store.retention().forgetAnswers(T0.plusSeconds(1), 1)).isOne();
        assertThat(store.retention().forgetAnswers(T0.plusSeconds(1), 10)).isOne();
        assertThat(store.runs().answered("acme", "old")).isEmpty();
        assertThat(store.runs().answered("other", "old")).isEmpty();
        assertThat(store.runs().answered("acme", "new")).isPresent();
        assertThat(runs("acme")).as("runs stay").isEqualTo(2);
    }

    @Test
    void anAnswerOutlivesItsRun() throws InterruptedException {
        var run = completed(newRun("acme").answering(KEY, "queued")).runId();

        assertThat(store.retention().forgetRuns("acme", T0.plus(Duration.ofDays(1)), 10))
                .isOne();
        assertThat(answered("acme")).isEqualTo(run);
    }

    private static RequestKey key(String text) {
        return RequestKey.of(text.replace(' ', '-'), Json.of(text));
    }

    private UUID answered(String tenant) {
        return store.runs().answered(tenant, KEY.key()).orElseThrow().runId();
    }

    private long runs(String tenant) {
        return store.queries()
                .runs(tenant, Filter.ALL, Optional.empty(), 100)
                .runs()
                .size();
    }
}
