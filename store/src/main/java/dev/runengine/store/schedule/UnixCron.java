package dev.runengine.store.schedule;

import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.schedule.CronSchedule;
import com.github.kagkarlsson.scheduler.task.schedule.CronStyle;
import dev.runengine.runtime.port.Cron;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/** Unix cron by db-scheduler. */
public final class UnixCron implements Cron {
    /** From one leap day to the next, over the turn of a century too. What names no day at all is never due. */
    private static final Duration LONGEST = Duration.ofDays(9 * 366);

    private static final Pattern EVERY_HOUR = Pattern.compile("\\s*\\S+\\s+\\*");

    @Override
    public Optional<Times> parse(String expression, ZoneId zone) {
        try {
            var schedule = new CronSchedule(expression, zone, CronStyle.UNIX);
            boolean everyHour = EVERY_HOUR.matcher(expression).lookingAt();
            return schedule.isDisabled() ? Optional.empty() : Optional.of(time -> after(schedule, everyHour, time));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Whether cron-utils gives the second of two equal local times depends on when it is asked; here it never does. */
    private static Optional<Instant> after(CronSchedule schedule, boolean everyHour, Instant time) {
        var next = next(schedule, time);
        while (!everyHour && isSecondOfTwo(next, schedule.getZoneId())) {
            next = next(schedule, next);
        }
        return next.isBefore(time.plus(LONGEST)) ? Optional.of(next) : Optional.empty();
    }

    private static Instant next(CronSchedule schedule, Instant time) {
        return schedule.getNextExecutionTime(ExecutionComplete.simulatedSuccess(time));
    }

    private static boolean isSecondOfTwo(Instant time, ZoneId zone) {
        var local = time.atZone(zone);
        return local.withEarlierOffsetAtOverlap().isBefore(local);
    }
}
