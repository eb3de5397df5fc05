package dev.runengine.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheAnswer;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheKey;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.MissReason;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.StepCache;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MeasuredStepCacheTest {
    private static final CacheKey THERE = key("there");
    private static final CacheKey NOT_THERE = key("not there");
    private static final CacheAnswer.Hit HIT = new CacheAnswer.Hit(
            Verdict.HIT_COLD,
            new EntryRef(1, 0),
            StepOutput.of(Json.object()),
            new Execution(new UUID(1, 1), 0, Usage.NONE));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final StepCache measured = new MeasuredStepCache(new One(), new CacheMetrics(registry));

    private record One() implements StepCache {
        @Override
        public Map<CacheKey, CacheAnswer> lookUp(Collection<CacheKey> keys) {
            var miss = new CacheAnswer.Miss(MissReason.FIRST_SEEN, Optional.empty());
            return keys.stream().collect(Collectors.toMap(key -> key, key -> key.equals(THERE) ? HIT : miss));
        }

        @Override
        public Optional<CacheAnswer.Hit> find(CacheKey key) {
            return Optional.of(HIT).filter(_ -> key.equals(THERE));
        }
    }

    @Test
    void whatALookUpFindsAndMissesIsCounted() {
        measured.lookUp(List.of(THERE, NOT_THERE));

        assertThat(counted("hit")).isOne();
        assertThat(counted("miss")).isOne();
    }

    @Test
    void ofWhatIsAskedOnceMoreOnlyAHitIsCounted() {
        assertThat(measured.find(NOT_THERE)).isEmpty();
        assertThat(counted("miss")).isZero();

        assertThat(measured.find(THERE)).contains(HIT);
        assertThat(counted("hit")).isOne();
    }

    private double counted(String verdict) {
        var counters = registry.find("run_engine.cache.lookups")
                .tag("verdict", verdict)
                .counters();
        return counters.stream().mapToDouble(counter -> counter.count()).sum();
    }

    private static CacheKey key(String input) {
        return new CacheKey("acme", "song", "a", InputHasher.hash(Json.of(input)), new SkillVersion("1+test@1"));
    }
}
