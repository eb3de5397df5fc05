package dev.runengine.store.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.contract.HotTierContract;
import dev.runengine.runtime.port.HotTier;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaffeineHotTierTest extends HotTierContract {
    private static final int ROOM = 1 << 20;

    private final AtomicLong nanoTime = new AtomicLong();

    @Override
    protected HotTier open() {
        return new CaffeineHotTier(ROOM, nanoTime::get);
    }

    @Override
    protected void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void itHoldsNoMoreBytesThanItHasRoomFor() {
        var value = new byte[10_000];
        var keys = IntStream.range(0, 1_000).mapToObj(i -> "key-" + i).toList();
        keys.forEach(key -> tier.put(key, value, Duration.ofHours(1)));

        int held = tier.find(keys).size() * value.length;
        assertThat(held).isLessThanOrEqualTo(ROOM).isGreaterThan(ROOM / 2);
    }

    @Test
    void entriesOfNoBytesAreBoundedToo() {
        var keys = IntStream.range(0, 100_000).mapToObj(i -> "key-" + i).toList();
        keys.forEach(key -> tier.put(key, new byte[0], Duration.ofHours(1)));

        assertThat(tier.find(keys)).hasSizeLessThan(10_000);
    }

    @Test
    void oneLargeValueDoesNotPushOutTheOthersNorLeaveTheOneItReplaces() {
        tier.put("small", bytes("stays"), Duration.ofHours(1));
        tier.put("large", bytes("an earlier one"), Duration.ofHours(1));
        tier.put("large", new byte[ROOM / 2], Duration.ofHours(1));

        assertThat(tier.find(List.of("small", "large"))).containsOnlyKeys("small");
    }
}
