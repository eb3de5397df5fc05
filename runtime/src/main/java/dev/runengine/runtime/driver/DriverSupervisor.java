package dev.runengine.runtime.driver;

import dev.runengine.core.skill.JobLedger;
import dev.runengine.core.skill.Supervisor;
import dev.runengine.runtime.port.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;

/** What an execution gets from the run's driver; the stages it passes through add what they have to say. */
final class DriverSupervisor implements Supervisor {
    private static final Duration BETWEEN_NEWS = Duration.ofSeconds(1);

    private final JobLedger jobs;
    private final Timer timer;
    private final DoubleConsumer progress;
    private final AtomicReference<Instant> lastNews = new AtomicReference<>(Instant.MIN);

    DriverSupervisor(JobLedger jobs, Timer timer, DoubleConsumer progress) {
        this.jobs = jobs;
        this.timer = timer;
        this.progress = progress;
    }

    @Override
    public JobLedger jobs() {
        return jobs;
    }

    @Override
    public void heartbeat(double done) {
        var now = timer.instant();
        var last = lastNews.get();
        boolean isNews = last.equals(Instant.MIN) || !now.isBefore(last.plus(BETWEEN_NEWS));
        if (isNews && lastNews.compareAndSet(last, now)) {
            progress.accept(done);
        }
    }

    @Override
    public void pause(Duration time) throws InterruptedException {
        timer.sleep(time);
    }
}
