package dev.runengine.runtime.cache;

import static dev.runengine.core.reuse.Verdict.BYPASSED;
import static dev.runengine.core.reuse.Verdict.HIT_COLD;
import static dev.runengine.core.reuse.Verdict.HIT_HOT;
import static dev.runengine.core.reuse.Verdict.MISS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.run.RunStatus;
import dev.runengine.core.workflow.CachePolicy;
import dev.runengine.core.workflow.RetryPolicy;
import dev.runengine.runtime.memory.InMemoryHotTier;
import dev.runengine.runtime.port.HotTier;
import dev.runengine.runtime.testing.ManualTimer;
import dev.runengine.runtime.testing.TestEngine;
import dev.runengine.runtime.testing.TestFlows;
import dev.runengine.runtime.testing.TestSkills;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the hot tier adds to runs, and that it never changes what comes of them. */
class TieredStepCacheTest {
    private final ManualTimer clock = new ManualTimer();
    private final Watched tier = new Watched(new InMemoryHotTier(clock));

    /** Tells what became of the entries, and may stop listening to the engine. */
    private static final class Watched implements HotTier {
        private final HotTier tier;
        final Set<String> held = new HashSet<>();
        boolean deaf;

        Watched(HotTier tier) {
            this.tier = tier;
        }

        @Override
        public String name() {
            return tier.name();
        }

        @Override
        public synchronized Map<String, byte[]> find(Collection<String> keys) {
            return tier.find(keys);
        }

        @Override
        public synchronized void put(String key, byte[] value, Duration ttl) {
            if (!deaf) {
                tier.put(key, value, ttl);
                held.add(key);
            }
        }

        @Override
        public synchronized void remove(Collection<String> keys) {
            if (!deaf) {
                tier.remove(keys);
                held.removeAll(keys);
            }
        }

        synchronized void empty() {
            remove(Set.copyOf(held));
        }

        @Override
        public void close() {}
    }

    @Test
    void whatOneRunExecutedIsHotForTheNext() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            assertThat(runs.run("x")).containsExactly(MISS, MISS);
            assertThat(runs.run("x")).containsExactly(HIT_HOT, HIT_HOT);
            assertThat(runs.run("y")).as("another input").containsExactly(MISS, MISS);
        }
    }

    @Test
    void whatWasFoundColdIsHotFromThenOn() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            tier.empty();
            assertThat(runs.run("x")).containsExactly(HIT_COLD, HIT_COLD);
            assertThat(runs.run("x")).containsExactly(HIT_HOT, HIT_HOT);
        }
    }

    @Test
    void onlyWhatIsNotHotIsAskedOfTheColdTier() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            tier.remove(
                    tier.held.stream().filter(key -> key.contains(":song:b:")).toList());
            assertThat(runs.run("x")).containsExactly(HIT_HOT, HIT_COLD);
        }
    }

    @Test
    void aHotEntryLivesForADayUnlessThePolicySaysOtherwise() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            clock.advance(Duration.ofHours(24).minusSeconds(1));
            assertThat(runs.run("x")).containsExactly(HIT_HOT, HIT_HOT);
            clock.advance(Duration.ofSeconds(1));
            assertThat(runs.run("x")).containsExactly(HIT_COLD, HIT_COLD);
        }
        try (var runs = new HotRuns(tier, CachePolicy.GLOBAL.withTtl(Duration.ofMinutes(5)))) {
            runs.run("x");
            clock.advance(Duration.ofMinutes(5));
            assertThat(runs.run("x")).containsExactly(HIT_COLD, HIT_COLD);
        }
    }

    @Test
    void anInvalidatedResultIsNotServedThoughItIsHot() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            runs.engine().store().invalidateResults();
            assertThat(runs.misses("x")).first().isEqualTo(Optional.of(MissReason.INVALIDATED));
            assertThat(runs.executions()).isEqualTo(4);
            assertThat(runs.run("x")).as("the new result is hot").containsExactly(HIT_HOT, HIT_HOT);
        }
    }

    @Test
    void anEntryThatIsGoneIsRemovedEvenWhenNothingTakesItsPlace() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            runs.engine().store().invalidateResults();
            runs.run("x", new CacheFlags(true, false, true));
            assertThat(tier.held).noneMatch(key -> key.contains(":song:a:"));
        }
    }

    @Test
    void anOutdatedHotEntryGivesWayToTheNewerResultInsteadOfExecutingAgain() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            tier.deaf = true;
            runs.run("x", HotRuns.REFRESH);
            assertThat(runs.run("x")).containsExactly(HIT_COLD, HIT_COLD);
            assertThat(runs.executions()).isEqualTo(4);
        }
    }

    @Test
    void aRefreshedResultIsHotAtOnce() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            assertThat(runs.run("x", HotRuns.REFRESH)).containsExactly(BYPASSED, BYPASSED);
            assertThat(runs.run("x")).containsExactly(HIT_HOT, HIT_HOT);
        }
    }

    @Test
    void nothingIsKeptOfWhatMayNotBeReused() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x", new CacheFlags(true, false, true));
        }
        for (var policy : Set.of(CachePolicy.RUN_ONLY, CachePolicy.OFF)) {
            try (var runs = new HotRuns(tier, policy)) {
                runs.run("x");
            }
        }
        assertThat(tier.held).isEmpty();
    }

    @Test
    void aFailureIsNeverKept() throws InterruptedException {
        try (var engine = TestEngine.with(
                        TestFlows.flow("song").step(TestFlows.step("a").retry(RetryPolicy.NONE)))
                .hot(tier)
                .skill("a", _ -> TestSkills.broken("no luck"))
                .start()) {
            assertThat(engine.awaitEnd(engine.trigger("song")).status()).isEqualTo(RunStatus.FAILED);
        }
        assertThat(tier.held).isEmpty();
    }

    @Test
    void aValueThatCannotBeUsedIsDropped() throws InterruptedException {
        try (var runs = new HotRuns(tier)) {
            runs.run("x");
            tier.held.forEach(key -> tier.put(key, new byte[] {42}, Duration.ofHours(1)));
            assertThat(runs.run("x")).containsExactly(HIT_COLD, HIT_COLD);
            assertThat(runs.run("x")).containsExactly(HIT_HOT, HIT_HOT);
        }
    }

    /** The same wishes, with and without a hot tier that does everything wrong: the same executions on the same inputs. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverTheHotTierDoesTheResultsAreTheSame(long seed) throws InterruptedException {
        RandomGenerator random = new Random(seed);
        try (var with = new HotRuns(new UnreliableHotTier(new Random(seed)));
                var without = new HotRuns(HotTier.NONE)) {
            for (int i = 0; i < 60; i++) {
                var own = Json.of(random.nextInt(3)).toString();
                var flags = random.nextInt(6) == 0 ? HotRuns.REFRESH : CacheFlags.DEFAULT;
                if (random.nextInt(6) == 0) {
                    with.engine().store().invalidateResults();
                    without.engine().store().invalidateResults();
                }
                assertThat(with.inputs(own, flags)).isEqualTo(without.inputs(own, flags));
                assertThat(with.executions()).isEqualTo(without.executions());
            }
        }
    }
}
