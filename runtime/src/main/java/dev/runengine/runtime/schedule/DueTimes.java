package dev.runengine.runtime.schedule;

import dev.runengine.runtime.port.Cron;
import dev.runengine.runtime.port.Schedule.CatchUp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;

/** Which of a schedule's times between two moments are to have a run. */
final class DueTimes {
    /** A worker that is busy, or starts, is still on time. */
    private static final Duration PUNCTUAL = Duration.ofMinutes(1);

    private static final int MOST = 100;
    private static final Duration FIRST_LOOK_BACK = Duration.ofHours(1);

    private DueTimes() {}

    /** @param seenUpTo exclusive @param now inclusive */
    static List<Instant> of(Cron.Times times, CatchUp catchUp, Instant seenUpTo, Instant now) {
        var due = newest(times, seenUpTo, now);
        return switch (catchUp) {
            case ALL -> due;
            case ONCE -> due.isEmpty() ? due : List.of(due.getLast());
            case SKIP ->
                due.stream().filter(time -> !time.isBefore(now.minus(PUNCTUAL))).toList();
        };
    }

    /** Looks back further and further, so that a year of missed minutes costs no more than the hundred that count. */
    private static List<Instant> newest(Cron.Times times, Instant seenUpTo, Instant now) {
        for (var back = FIRST_LOOK_BACK; ; back = back.multipliedBy(2)) {
            var from = now.minus(back);
            boolean whole = !from.isAfter(seenUpTo);
            var found = between(times, whole ? seenUpTo : from, now);
            if (whole || found.size() == MOST) {
                return found;
            }
        }
    }

    private static List<Instant> between(Cron.Times times, Instant after, Instant last) {
        var found = new ArrayDeque<Instant>();
        for (var next = times.after(after); next.isPresent() && !next.get().isAfter(last); ) {
            if (found.size() == MOST) {
                found.removeFirst();
            }
            found.addLast(next.get());
            next = times.after(next.get());
        }
        return List.copyOf(found);
    }
}
