package dev.runengine.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.runtime.port.Cron;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnixCronTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final Cron cron = new UnixCron();

    @Test
    void aTimeThatTheClocksLeaveOutInSpringDoesNotComeThatDay() {
        assertThat(times("30 2 * * *", "2026-03-27T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-03-28T01:30:00Z"), Instant.parse("2026-03-30T00:30:00Z"));
    }

    @Test
    void aTimeThatComesTwiceInAutumnIsTakenOnce() {
        assertThat(times("30 2 * * *", "2026-10-24T12:00:00Z", 2))
                .containsExactly(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
    }

    @Test
    void whichTimeIsNextDoesNotDependOnWhoAsksInBetween() {
        var times = cron.parse("30 2 * * *", BERLIN).orElseThrow();
        for (var time = Instant.parse("2026-10-25T00:30:00Z");
                time.isBefore(Instant.parse("2026-10-26T01:30:00Z"));
                time = time.plusSeconds(600)) {
            assertThat(times.after(time)).as("asked at %s", time).contains(Instant.parse("2026-10-26T01:30:00Z"));
        }
    }

    @Test
    void everyHourStaysEveryHourWhenTheClocksAreChanged() {
        assertThat(times("0 * * * *", "2026-03-28T23:30:00Z", 4)).isEqualTo(hours("2026-03-29T00:00:00Z"));
        assertThat(times("0 * * * *", "2026-10-24T22:30:00Z", 4)).isEqualTo(hours("2026-10-24T23:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "soon", "* * * *", "61 * * * *", "* * * * * *"})
    void whatIsNoExpressionIsRefused(String text) {
        assertThat(cron.parse(text, BERLIN)).isEmpty();
    }

    @Test
    void aDayThatNeverComesIsNeverDueAndALeapDayIs() {
        var now = Instant.parse("2026-01-01T00:00:00Z");
        assertThat(cron.parse("0 0 31 2 *", BERLIN).orElseThrow().after(now)).isEmpty();
        assertThat(cron.parse("0 0 29 2 *", BERLIN).orElseThrow().after(now))
                .contains(Instant.parse("2028-02-28T23:00:00Z"));
    }

    private List<Instant> times(String expression, String from, int count) {
        var times = cron.parse(expression, BERLIN).orElseThrow();
        var found = new ArrayList<Instant>();
        for (var time = Instant.parse(from); found.size() < count; ) {
            time = times.after(time).orElseThrow();
            found.add(time);
        }
        return found;
    }

    private static List<Instant> hours(String first) {
        var start = Instant.parse(first);
        return List.of(start, start.plusSeconds(3_600), start.plusSeconds(7_200), start.plusSeconds(10_800));
    }
}
