package dev.runengine.store.schedule;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.runengine.store.database.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Wakes one node of the fleet when a schedule is due, or when it is time to clean up, and another when that one dies over
 * it. db-scheduler does it.
 */
public final class FleetTimer implements AutoCloseable {
    static final String TASK = "schedule";

    private static final String CLEAN_UP = "clean-up";
    /** From the end of one to the start of the next. */
    private static final Duration BETWEEN_CLEAN_UPS = Duration.ofHours(1);

    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final Scheduler scheduler;

    private FleetTimer(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** @param fire does what a schedule is due for, and tells when it is due next; may be repeated after a crash */
    public static FleetTimer start(Database database, Function<UUID, Optional<Instant>> fire, Runnable cleanUp) {
        var task = Tasks.custom(TASK, Void.class)
                .onFailure(new FailureHandler.OnFailureRetryLater<>(AFTER_A_FAILURE))
                .onDeadExecutionRevive()
                .execute((instance, _) -> next(fire.apply(UUID.fromString(instance.getId()))));
        var cleaning =
                Tasks.recurring(CLEAN_UP, FixedDelay.of(BETWEEN_CLEAN_UPS)).execute((_, _) -> cleanUp.run());
        var scheduler = Scheduler.create(database.workerConnections(), task)
                .startTasks(cleaning)
                .threads(3)
                .pollingInterval(POLL)
                .heartbeatInterval(HEARTBEAT)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
        scheduler.start();
        return new FleetTimer(scheduler);
    }

    private static CompletionHandler<Void> next(Optional<Instant> due) {
        return (complete, operations) ->
                due.ifPresentOrElse(time -> operations.reschedule(complete, time), operations::remove);
    }

    @Override
    public void close() {
        scheduler.stop();
    }
}
