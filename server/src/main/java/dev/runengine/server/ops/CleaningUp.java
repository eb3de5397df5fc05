package dev.runengine.server.ops;

import dev.runengine.runtime.retention.CleanUp;
import dev.runengine.runtime.retention.Cleaned;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Cleans up, and tells what became of it in the log and the metrics. */
@Component
public final class CleaningUp {
    private static final Logger LOG = LoggerFactory.getLogger(CleaningUp.class);

    private final MeterRegistry registry;

    CleaningUp(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @throws UncheckedIOException when the files cannot be gone through; what was deleted before is told of by nobody */
    public void by(CleanUp cleanUp) {
        long start = System.nanoTime();
        try {
            told(cleanUp.clean(), System.nanoTime() - start);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the artifacts cannot be cleaned up; it is tried again: " + e.getMessage(), e);
        }
    }

    private void told(Cleaned cleaned, long nanos) {
        Timer.builder("run_engine.clean.up.duration")
                .description("Time that complete clean-ups took")
                .register(registry)
                .record(nanos, TimeUnit.NANOSECONDS);
        count("runs", cleaned.runs());
        count("results", cleaned.results());
        count("artifacts", cleaned.artifacts());
        count("inputs", cleaned.inputs());
        count("files", cleaned.files());
        registry.counter("run_engine.cleaned.up.bytes").increment(cleaned.bytes());
        if (!cleaned.isNothing()) {
            LOG.info(
                    "[RunEngine] Cleaned up: runs={}, results={}, artifacts={}, inputs={}, files={}, bytes={}",
                    cleaned.runs(),
                    cleaned.results(),
                    cleaned.artifacts(),
                    cleaned.inputs(),
                    cleaned.files(),
                    cleaned.bytes());
        }
    }

    private void count(String what, long deleted) {
        registry.counter("run_engine.cleaned.up", "what", what).increment(deleted);
    }
}
