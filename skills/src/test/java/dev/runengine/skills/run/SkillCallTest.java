package dev.runengine.skills.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runengine.core.skill.SkillContext;
import dev.runengine.core.skill.SkillFailure.Broken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SkillCallTest extends SkillRunnerFixture {
    @Test
    void anExceptionIsAFailureThatNamesTheSkillTheExceptionAndItsMessage() throws Exception {
        var failure = failureOf(run((_, context) -> {
            write(context, "half.txt", "half");
            throw new IllegalStateException("no palette");
        }));
        assertThat(failure).isEqualTo(new Broken("skill test broke with java.lang.IllegalStateException: no palette"));
    }

    @Test
    void anExceptionThatWasNeverDeclaredIsAFailureToo() throws Exception {
        assertThat(failureOf(run((_, _) -> {
                            throw new IOException("disk");
                        }))
                        .message())
                .contains("java.io.IOException: disk");
    }

    @Test
    void aStackThatOverflowsIsAFailure() throws Exception {
        var failure = failureOf(run((_, _) -> text(endless(0))));
        assertThat(failure).isInstanceOf(Broken.class);
        assertThat(failure.message()).contains("StackOverflowError", "recurses too deeply");
    }

    private static String endless(int depth) {
        return depth < 0 ? "" : endless(depth + 1) + depth;
    }

    @Test
    void anArrayTooLargeForTheHeapIsAFailure() throws Exception {
        var failure = failureOf(run((_, _) -> text(String.valueOf(new long[Integer.MAX_VALUE - 8].length))));
        assertThat(failure.message()).contains("OutOfMemoryError", "more memory");
    }

    @Test
    void aMissingNativeLibraryIsAFailure() throws Exception {
        var failure = failureOf(run((_, _) -> {
            throw new UnsatisfiedLinkError("libencoder.so");
        }));
        assertThat(failure.message()).contains("libencoder.so", "on this node");
    }

    @Test
    @SuppressWarnings("NullAway")
    void noResultAtAllIsAFailure() throws Exception {
        assertThat(failureOf(run((_, _) -> null)).message()).contains("returned no result");
    }

    @Test
    void aContextThatOutlivesItsSkillIsClosed() throws Exception {
        var kept = new AtomicReference<SkillContext>();
        try (var execution = run((_, context) -> {
            kept.set(context);
            write(context, "late.txt", "late");
            return text("");
        })) {
            var context = kept.get();
            assertThatThrownBy(() -> context.publish(Path.of("late.txt"), "text/plain", "late.txt"))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> context.fetch(stored("x"))).isInstanceOf(IllegalStateException.class);
            assertThat(finished(execution).files()).isEmpty();
        }
    }

    /** Interrupts the skill once it is running. */
    private Throwable interruptedRun(Body body) throws InterruptedException {
        var running = new CountDownLatch(1);
        var thrown = new AtomicReference<Throwable>();
        var thread = Thread.startVirtualThread(() -> {
            try {
                run((input, context) -> {
                            write(context, "half.txt", "half");
                            running.countDown();
                            return body.run(input, context);
                        })
                        .close();
            } catch (Throwable t) {
                thrown.set(t);
            }
        });
        running.await();
        thread.interrupt();
        thread.join();
        return thrown.get();
    }

    @Test
    void anInterruptedSkillEndsAsInterruptedAndLeavesNothing() throws Exception {
        assertThat(interruptedRun((_, _) -> {
                    new CountDownLatch(1).await();
                    return text("");
                }))
                .isInstanceOf(InterruptedException.class);
        assertNothingIsLeft();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aSkillThatTurnsItsInterruptionIntoSomethingElseWasInterruptedAllTheSame(boolean throwing) throws Exception {
        assertThat(interruptedRun((_, _) -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        if (throwing) {
                            throw new IllegalStateException(e);
                        }
                    }
                    return text("went on");
                }))
                .isInstanceOf(InterruptedException.class);
        assertNothingIsLeft();
    }
}
