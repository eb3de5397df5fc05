package dev.runengine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.client.wire.ProblemView;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Requests that are sent again, by a clock that only pauses move. */
class RepeatingTest {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final List<Duration> pauses = new ArrayList<>();
    private final Repeating repeating = new Repeating(() -> passed().toNanos(), pauses::add);

    private Duration passed() {
        return pauses.stream().reduce(Duration.ZERO, Duration::plus);
    }

    @Test
    void whatIsAnsweredIsSentOnce() {
        assertThat(sent("answer")).isEqualTo("answer");
        assertThat(pauses).isEmpty();
    }

    @Test
    void whatGetsNoAnswerIsSentAgainAfterGrowingPauses() {
        assertThat(sent(lost(), lost(), lost(), "answer")).isEqualTo("answer");

        assertThat(pauses).hasSize(3).isSorted();
        assertThat(pauses.getFirst()).isBetween(Duration.ofMillis(50), Duration.ofMillis(100));
    }

    @Test
    void aServerThatIsUnavailableIsNotAskedBeforeItWantsToBe() {
        assertThat(sent(refused(503, Optional.of(SECOND)), "answer")).isEqualTo("answer");

        assertThat(pauses).containsExactly(SECOND);
    }

    @Test
    void aServerThatDoesNotSayWhenIsAskedAgainAsWell() {
        assertThat(sent(refused(502, Optional.empty()), refused(504, Optional.empty()), "answer"))
                .isEqualTo("answer");
    }

    @Test
    void whoeverIsToldToWaitForVeryLongGivesUpAtOnce() {
        assertThatThrownBy(() -> sent(refused(503, Optional.of(Duration.ofMinutes(1))), "answer"))
                .isInstanceOf(RunEngineException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void patienceEnds() {
        var failure = lost();
        assertThatThrownBy(() -> repeating.until(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(passed()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    }

    @Test
    void aRefusalIsAnAnswer() {
        assertThatThrownBy(() -> sent(refused(422, Optional.empty()), "answer")).isInstanceOf(RunEngineException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatIsNotThereIsNotWaitedForUnlessItWasThereBefore() {
        assertThatThrownBy(() -> sent(unreachable(new ConnectException()), "answer"))
                .isInstanceOf(ServerUnreachableException.class);
        assertThat(pauses).isEmpty();

        assertThat(sent(lost(), unreachable(new ConnectException()), "answer")).isEqualTo("answer");
    }

    @Test
    void anInterruptEndsThePause() {
        var interrupted = new Repeating(System::nanoTime, Thread::sleep);
        var failure = lost();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> interrupted.until(() -> {
                    throw failure;
                }))
                .isSameAs(failure);
        assertThat(Thread.interrupted()).as("still to be seen by the caller").isTrue();
    }

    /** @param outcomes of one sending after the other: failures, and in the end an answer */
    private Object sent(Object... outcomes) {
        var left = new ArrayList<>(List.of(outcomes));
        Supplier<Object> next = () -> {
            var outcome = left.removeFirst();
            if (outcome instanceof RuntimeException failure) {
                throw failure;
            }
            return outcome;
        };
        return repeating.until(next);
    }

    private static ServerUnreachableException lost() {
        return unreachable(new EOFException());
    }

    private static ServerUnreachableException unreachable(IOException cause) {
        return new ServerUnreachableException(URI.create("http://127.0.0.1:1"), cause);
    }

    private static RunEngineException refused(int status, Optional<Duration> retryAfter) {
        var problem = new ProblemView(
                "about:blank", "Refused", status, "for a test", Optional.empty(), "CODE", Map.of(), List.of());
        return new RunEngineException(problem, retryAfter);
    }
}
