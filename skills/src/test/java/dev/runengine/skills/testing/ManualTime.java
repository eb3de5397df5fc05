package dev.runengine.skills.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that moves only by the pauses made on it. */
public final class ManualTime implements InstantSource {
    public static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private volatile Instant now = START;

    @Override
    public Instant instant() {
        return now;
    }

    public void pause(Duration time) {
        pauses.add(time);
        now = now.plus(time);
    }

    public List<Duration> pauses() {
        return List.copyOf(pauses);
    }
}
