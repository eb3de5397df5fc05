package dev.runengine.runtime.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.port.HotTier;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a {@link HotTier} does while nothing is wrong with it. */
public abstract class HotTierContract {
    private static final Duration LONG = Duration.ofHours(1);

    protected HotTier tier;

    /** A tier without entries. */
    protected abstract HotTier open();

    /** Lets that time pass for the tier. */
    protected abstract void pass(Duration time);

    @BeforeEach
    void openTier() {
        tier = open();
    }

    @AfterEach
    void closeTier() {
        tier.close();
    }

    @Test
    void whatWasPutIsFoundAmongOthers() {
        tier.put("a", bytes("of a"), LONG);
        tier.put("b", bytes("of b"), LONG);

        assertThat(tier.find(List.of("a", "unknown", "b")))
                .containsOnlyKeys("a", "b")
                .containsEntry("a", bytes("of a"))
                .containsEntry("b", bytes("of b"));
    }

    @Test
    void nothingAskedIsNothingFound() {
        assertThat(tier.find(List.of())).isEmpty();
    }

    @Test
    void everyByteIsGivenBack() {
        var all = new byte[512];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }
        tier.put("bytes", all, LONG);
        tier.put("none", new byte[0], LONG);

        assertThat(tier.find(List.of("bytes", "none")))
                .containsEntry("bytes", all)
                .containsEntry("none", new byte[0]);
    }

    @Test
    void theLastValueStands() {
        tier.put("a", bytes("first"), LONG);
        tier.put("a", bytes("second"), LONG);

        assertThat(tier.find(List.of("a"))).containsEntry("a", bytes("second"));
    }

    @Test
    void whatWasRemovedIsNotFound() {
        tier.put("a", bytes("of a"), LONG);
        tier.put("b", bytes("of b"), LONG);
        tier.remove(List.of("a", "unknown"));
        tier.remove(List.of());

        assertThat(tier.find(List.of("a", "b"))).containsOnlyKeys("b");
    }

    @Test
    void eachValueIsForgottenAfterItsOwnTime() {
        tier.put("short", bytes("gone soon"), Duration.ofMillis(400));
        tier.put("long", bytes("stays"), LONG);
        assertThat(tier.find(List.of("short"))).containsKey("short");

        pass(Duration.ofMillis(500));
        assertThat(tier.find(List.of("short", "long"))).containsOnlyKeys("long");
    }

    @Test
    void aValueIsKeptAnewFromWhenItWasPutAgain() {
        tier.put("a", bytes("first"), Duration.ofMillis(400));
        tier.put("a", bytes("second"), LONG);
        pass(Duration.ofMillis(500));

        assertThat(tier.find(List.of("a"))).containsEntry("a", bytes("second"));
    }

    @Test
    void aThousandAreFoundAtOnce() {
        var keys = new ArrayList<String>();
        for (int i = 0; i < 1_000; i++) {
            keys.add("key-" + i);
            tier.put("key-" + i, bytes("of " + i), LONG);
        }

        assertThat(tier.find(keys)).hasSize(1_000).containsEntry("key-999", bytes("of 999"));
    }

    protected static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
