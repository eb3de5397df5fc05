package dev.runengine.runtime.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonLimits;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.Usage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class HotValuesTest {
    private static final String KEY = "run-engine:1:acme:song:a";
    private static final Execution MADE = new Execution(new UUID(1, 2), 12_000, new Usage(40_000, 1L << 40));
    private static final Hit HIT = hit(new StepOutput(
            Json.object("title", Json.of("Grüße \u0001 😀"), "size", Json.of(0.1)),
            List.of(artifact("picture.png", 1L << 40), artifact("a name with \"quotes\"", 0))));

    @Test
    void aResultIsReadAsItWasWritten() {
        assertThat(HotValues.read(KEY, HotValues.write(KEY, HIT))).contains(HIT);
    }

    @Test
    void anOutputAsDeepAsOutputsMayBeIsReadToo() {
        var deep = Json.of("the bottom");
        for (int depth = 0; depth < JsonLimits.DEFAULT.maxDepth(); depth++) {
            deep = Json.array(deep);
        }
        var hit = hit(StepOutput.of(deep));

        assertThat(HotValues.read(KEY, HotValues.write(KEY, hit))).contains(hit);
    }

    @Test
    void whatBelongsToAnotherKeyIsNoValue() {
        var another = "run-engine:1:other:song:a";

        assertThat(HotValues.read(KEY, HotValues.write(another, HIT))).isEmpty();
    }

    @Test
    void whereAnyByteHasChangedThereIsNoValue() {
        var random = new Random(7);
        var value = HotValues.write(KEY, HIT);
        for (int at = 0; at < value.length; at++) {
            var changed = value.clone();
            changed[at] ^= (byte) (1 + random.nextInt(255));
            assertThat(HotValues.read(KEY, changed)).as("byte " + at).isEmpty();
        }
    }

    @Test
    void aPartIsNoValue() {
        var value = HotValues.write(KEY, HIT);
        for (int length = 0; length < value.length; length++) {
            assertThat(HotValues.read(KEY, Arrays.copyOf(value, length))).isEmpty();
        }
        assertThat(HotValues.read(KEY, Arrays.copyOf(value, value.length + 1))).isEmpty();
    }

    private static Hit hit(StepOutput output) {
        return new Hit(Verdict.HIT_HOT, new EntryRef(Long.MAX_VALUE, 3), output, MADE);
    }

    private static Artifact artifact(String filename, long size) {
        return new Artifact(new UUID(3, size), ContentHash.of(new byte[] {1}), size, "image/png", filename);
    }
}
