package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.run.StepState;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.runtime.ids.Uuids;
import dev.runengine.runtime.port.CacheShelf.Entry;
import dev.runengine.runtime.port.CacheShelf.Filter;
import dev.runengine.runtime.port.CacheShelf.Removal;
import dev.runengine.runtime.port.NewRun;
import dev.runengine.runtime.port.RetentionStore.Age;
import dev.runengine.runtime.port.RunStore.CreateAnswer;
import dev.runengine.runtime.port.UseCounts;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is forgotten, and what is not. All that the runs here record is of one minute after they were created. */
public abstract class RetentionStoreContract extends StoreContract {
    private static final Instant LATER = T0.plus(Duration.ofDays(1));
    private static final Age ANY_AGE = new Age(Optional.of(LATER), Optional.empty());
    private static final Artifact SONG = artifact("song");

    @Test
    void aRunThatEndedBeforeThenGoesWithAllThatBelongsToIt() throws InterruptedException {
        var run = completed(newRun("acme")).runId();

        assertThat(store.retention().forgetRuns("acme", T0, 10)).as("too soon").isZero();
        assertThat(store.retention().forgetRuns("other", LATER, 10)).isZero();
        assertThat(store.retention().forgetRuns("acme", LATER, 10)).isOne();

        assertThat(store.queries().run("acme", run)).isEmpty();
        assertThat(store.queries().steps("acme", run, Optional.empty())).isEmpty();
        assertThat(store.retention().forgetRuns("acme", LATER, 10))
                .as("a second time")
                .isZero();
    }

    @Test
    void aRunThatIsNotOverStays() throws InterruptedException {
        var running = owned(newRun("other"));
        running.commit(running.claim());
        create(newRun("acme"));

        assertThat(store.retention().forgetRuns("acme", LATER, 10)).isZero();
        assertThat(store.retention().forgetRuns("other", LATER, 10)).isZero();
    }

    @Test
    void aRunStaysAsLongAsAnUpdateOfItDoes() throws InterruptedException {
        var base = completed(newRun("acme"));
        var update = owned(updateOf(base));
        assertThat(store.retention().forgetRuns("acme", LATER, 10)).isZero();
        update.commit(update.claim());

        assertThat(store.retention().forgetRuns("acme", LATER, 1))
                .as("the update")
                .isOne();
        assertThat(store.queries().run("acme", base.runId())).isPresent();
        assertThat(store.retention().forgetRuns("acme", LATER, 1))
                .as("its base")
                .isOne();
    }

    @Test
    void anUpdateOfARunThatIsNotKeptAnyMoreIsNotCreated() throws InterruptedException {
        var base = completed(newRun("acme"));
        var update = updateOf(base);
        store.retention().forgetRuns("acme", LATER, 10);

        assertThat(store.runs().create(update)).isEqualTo(CreateAnswer.BASE_GONE);
        assertThat(store.queries().run("acme", update.runId())).isEmpty();
    }

    @Test
    void onlySoManyGoAtOnce() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            completed(newRun("acme"));
        }

        assertThat(store.retention().forgetRuns("acme", LATER, 2)).isEqualTo(2);
        assertThat(store.retention().forgetRuns("acme", LATER, 2)).isOne();
    }

    @Test
    void aResultOutlivesTheRunThatMadeIt() throws InterruptedException {
        completed(newRun("acme"));
        store.retention().forgetRuns("acme", LATER, 10);

        var again = owned(newRun("acme"));
        again.commit(again.claim());
        assertThat(again.step("b")).isInstanceOf(StepState.Reused.class);
    }

    @Test
    void aResultThatIsTooOldExpiresAndALaterMissSaysSo() throws InterruptedException {
        var made = completed(newRun("acme")).runId();
        completed(newRun("other"));

        assertThat(store.retention().expireResults("acme", new Age(Optional.of(T0), Optional.empty()), LATER, 10))
                .as("too soon")
                .isEqualTo(new Removal(0, 0));
        assertThat(store.retention().expireResults("acme", ANY_AGE, LATER, 1)).isEqualTo(new Removal(1, 10));
        assertThat(store.retention().expireResults("acme", ANY_AGE, LATER, 10)).isEqualTo(new Removal(1, 10));

        assertThat(entries("acme")).isEmpty();
        assertThat(entries("other")).hasSize(2);
        assertThat(decisionOfTheNext(newRun("acme")))
                .isEqualTo(StepDecision.miss(MissReason.EXPIRED, Optional.of(made)));
    }

    @Test
    void aResultThatNobodyUsedForLongExpires() throws InterruptedException {
        completed(newRun("acme"));

        var age = new Age(Optional.empty(), Optional.of(LATER));
        assertThat(store.retention().expireResults("acme", age, LATER, 10).entries())
                .isEqualTo(2);
    }

    @Test
    void withoutALimitOfAgeNothingExpires() throws InterruptedException {
        completed(newRun("acme"));

        var age = new Age(Optional.empty(), Optional.empty());
        assertThat(store.retention().expireResults("acme", age, LATER, 10).entries())
                .isZero();
    }

    @Test
    void resultsBeyondTheSizeGoTheOldestFirst() throws InterruptedException {
        completed(newRun("acme"));

        assertThat(store.retention().evictResults("acme", 20, LATER, 10).entries())
                .isZero();
        assertThat(store.retention().evictResults("acme", 19, LATER, 10)).isEqualTo(new Removal(1, 10));
        assertThat(entries("acme")).extracting(Entry::stepId).containsExactly("b");
        assertThat(store.retention().evictResults("acme", 0, LATER, 10)).isEqualTo(new Removal(1, 10));
    }

    @Test
    void aReuseCountsAsAUse() throws InterruptedException {
        completed(newRun("acme"));
        var again = owned(newRun("acme"));
        again.adopt(again.entry(again.claim()));
        var reused = ((StepState.Reused) again.step("a")).entry().orElseThrow();
        store.uses().add(Map.of(reused, new UseCounts.Use(1, LATER)));

        assertThat(store.retention().evictResults("acme", 19, LATER, 10)).isEqualTo(new Removal(1, 10));
        assertThat(entries("acme")).extracting(Entry::stepId).containsExactly("a");
        var age = new Age(Optional.empty(), Optional.of(LATER));
        assertThat(store.retention().expireResults("acme", age, LATER, 10).entries())
                .isZero();
    }

    @Test
    void aResultThatAPlanCountsOnStays() throws InterruptedException {
        completed(newRun("acme"));
        var again = owned(newRun("acme"));
        again.adopt(again.entry(again.claim()));
        var counted = ((StepState.Reused) again.step("a")).entry().orElseThrow();
        store.plans()
                .lease("acme", Uuids.v7(T0), List.of(counted), Instant.now().plus(Duration.ofHours(1)));

        assertThat(store.retention().expireResults("acme", ANY_AGE, LATER, 10).entries())
                .isOne();
        assertThat(store.retention().evictResults("acme", 0, LATER, 10).entries())
                .isZero();
        assertThat(entries("acme")).hasSize(1);
    }

    @Test
    void thatResultsWereDeletedIsForgottenToo() throws InterruptedException {
        completed(newRun("acme"));
        store.retention().expireResults("acme", ANY_AGE, T0, 10);

        assertThat(store.retention().forgetDeletions("other", LATER)).isZero();
        assertThat(store.retention().forgetDeletions("acme", T0)).isZero();
        assertThat(store.retention().forgetDeletions("acme", LATER)).isEqualTo(2);
    }

    @Test
    void aFileIsNamedByTheStepThatMadeItByThoseThatReuseItAndByTheResult() throws InterruptedException {
        withFile(newRun("acme"));
        var second = owned(newRun("acme"));
        second.commit(second.claim());

        store.retention().expireResults("acme", ANY_AGE, LATER, 10);
        assertNamed("by two runs");
        store.retention().forgetRuns("acme", LATER, 1);
        assertNamed("by one run");
        store.retention().forgetRuns("acme", LATER, 10);
        store.retention().forgetArtifacts("acme", LATER, 10);
        assertThat(store.retention().unnamed("acme", Set.of(SONG.hash()))).containsExactly(SONG.hash());
        assertThat(store.retention().forgetFile("acme", SONG.hash())).isTrue();
        assertThat(store.queries().artifact("acme", SONG.id())).isEmpty();
    }

    @Test
    void aResultAloneKeepsItsFiles() throws InterruptedException {
        withFile(newRun("acme"));
        store.retention().forgetRuns("acme", LATER, 10);

        assertNamed("by the result");
        assertThat(store.retention().forgetArtifacts("acme", LATER, 10)).isZero();
        store.retention().evictResults("acme", 0, LATER, 10);
        store.retention().forgetArtifacts("acme", LATER, 10);
        assertThat(store.retention().forgetFile("acme", SONG.hash())).isTrue();
    }

    @Test
    void aFileThatAPayloadNamesIsKeptWithTheRun() throws InterruptedException {
        var naming = newRun("acme", Json.object("voices", Json.array(Json.of(new ArtifactAddress(SONG.hash()).uri()))));
        completed(naming);

        assertNamed("by the payload");
        assertThat(store.retention().unnamed("other", Set.of(SONG.hash()))).isNotEmpty();
        store.retention().forgetRuns("acme", LATER, 10);
        assertThat(store.retention().forgetFile("acme", SONG.hash())).isTrue();
    }

    @Test
    void everyTenantIsKnown() throws InterruptedException {
        assertThat(store.retention().tenants()).isEmpty();
        completed(newRun("acme"));
        create(newRun("other"));
        create(newRun("third"));

        assertThat(store.retention().tenants()).containsExactlyInAnyOrder("acme", "other", "third");
    }

    private void assertNamed(String by) {
        assertThat(store.retention().forgetArtifacts("acme", LATER, 10)).as(by).isZero();
        assertThat(store.retention().unnamed("acme", Set.of(SONG.hash())))
                .as(by)
                .isEmpty();
        assertThat(store.retention().forgetFile("acme", SONG.hash())).as(by).isFalse();
    }

    /** The first step makes a file. */
    private OwnedRun withFile(NewRun run) throws InterruptedException {
        var owned = owned(run);
        owned.commit(owned.claim());
        owned.commit(owned.succeed("a", new StepOutput(Json.object("of", Json.of("a")), List.of(SONG))));
        owned.commit(owned.succeed("b"));
        return owned;
    }

    private static NewRun updateOf(OwnedRun base) {
        var change = new NewRun.Change("nothing", Json.object(), false);
        return newRun(
                "acme",
                FLOW,
                T0.plusSeconds(1),
                0,
                Optional.of(new NewRun.BaseOf(base.runId(), Optional.of(change))),
                CacheFlags.DEFAULT);
    }

    private static NewRun newRun(String tenant, Json trigger) {
        var run = newRun(tenant);
        return new NewRun(
                run.runId(),
                tenant,
                run.workflow(),
                trigger,
                run.base(),
                run.cache(),
                run.priority(),
                run.notBefore(),
                run.tags(),
                run.createdAt());
    }

    private List<Entry> entries(String tenant) {
        return store.shelf().entries(tenant, Filter.ALL, Optional.empty(), 10).entries();
    }

    private static Artifact artifact(String content) {
        var hash = ContentHash.of(content.getBytes(StandardCharsets.UTF_8));
        return new Artifact(Uuids.v7(T0), hash, content.length(), "audio/wav", content + ".wav");
    }
}
