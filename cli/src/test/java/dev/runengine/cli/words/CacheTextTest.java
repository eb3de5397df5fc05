package dev.runengine.cli.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.client.wire.CacheStatsView;
import dev.runengine.client.wire.CostView;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CacheTextTest {
    @Test
    void whatTheCacheWasGoodForIsToldInAFewLines() {
        var stats = new CacheStatsView(
                12,
                3_400_000,
                Instant.parse("2026-01-01T00:00:00Z"),
                3,
                1,
                2,
                0,
                1,
                Optional.of(0.75),
                9,
                new CostView(30_000, 400_000, 0),
                new CostView(62_000, 1_500_000, 0),
                new CostView(9_000, 0, 0));

        assertThat(String.join("\n", CacheText.of(stats))).isEqualTo("""
                The cache holds 12 results, 3.4 MB.
                Runs since 2026-01-01T00:00:00Z asked it 4 times:
                  3 had a result (75 %), which saved 1:02 min and 1.50
                  1 had to be executed
                All that was executed took 30.0 s and 0.40.
                Updates took 9 results from their base runs, which saved 9.0 s.""");
    }

    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "999949, 999.9 kB", "999999, 1.0 MB", "5400000000, 5.4 GB"})
    void sizesAreReadable(long bytes, String text) {
        assertThat(CacheText.size(bytes)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"400000, 0.40", "1500000, 1.50", "1234, 0.0012", "7, 0.000007", "12345678, 12.35"})
    void moneyIsReadable(long micros, String text) {
        assertThat(MoneyText.of(micros)).isEqualTo(text);
    }
}
