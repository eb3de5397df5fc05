package dev.runengine.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CircuitTest {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong nanoTime = new AtomicLong(Long.MAX_VALUE - 1);
    private final Circuit circuit = new Circuit(PAUSE, nanoTime::get);

    @Test
    void aFailureNowAndThenIsNothing() {
        for (int i = 0; i < 10; i++) {
            circuit.failed();
            circuit.failed();
            circuit.succeeded();
        }
        assertThat(circuit.enter()).isTrue();
        assertThat(circuit.state()).isEqualTo(Circuit.State.CLOSED);
    }

    @Test
    void threeFailuresInARowOpenItAndItSaysSoOnce() {
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.failed()).isTrue();
        assertThat(circuit.failed()).isFalse();
        assertThat(circuit.enter()).isFalse();
    }

    @Test
    void afterThePauseOneMayTryAndTheOthersGoOnWithout() {
        open();
        pass(PAUSE);
        assertThat(circuit.enter()).isTrue();
        assertThat(circuit.state()).isEqualTo(Circuit.State.HALF_OPEN);
        assertThat(circuit.enter()).isFalse();
    }

    @Test
    void oneSuccessClosesItForAll() {
        open();
        pass(PAUSE);
        circuit.enter();
        assertThat(circuit.succeeded()).isTrue();
        assertThat(circuit.succeeded()).isFalse();
        assertThat(circuit.enter()).isTrue();
        assertThat(circuit.enter()).isTrue();
    }

    @Test
    void thePauseDoublesUpToFourTimesTheFirst() {
        open();
        for (var pause : new int[] {1, 2, 4, 4, 4}) {
            pass(PAUSE.multipliedBy(pause).minusNanos(1));
            assertThat(circuit.enter()).as("before " + pause).isFalse();
            pass(Duration.ofNanos(1));
            assertThat(circuit.enter()).as("after " + pause).isTrue();
            circuit.failed();
        }
    }

    @Test
    void whoTriesAndNeverReturnsIsSucceededByAnother() {
        open();
        pass(PAUSE);
        assertThat(circuit.enter()).isTrue();
        pass(PAUSE.multipliedBy(2));
        assertThat(circuit.enter()).isTrue();
    }

    private void open() {
        for (int i = 0; i < 3; i++) {
            circuit.failed();
        }
    }

    private void pass(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }
}
