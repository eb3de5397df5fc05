package dev.runengine.runtime.schedule;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.skill.SkillFailure.Problem;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.runtime.engine.Answer;
import dev.runengine.runtime.port.Cron;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.Schedule;
import dev.runengine.runtime.port.ScheduleStore;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Schedules as wishes in and answers out. What starts their runs is {@link Firing}. Safe for use by many threads. */
public final class Schedules {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    private final ScheduleStore store;
    private final WorkflowRegistry workflows;
    private final Cron cron;
    private final Host host;

    public Schedules(ScheduleStore store, WorkflowRegistry workflows, Cron cron, Host host) {
        this.store = store;
        this.workflows = workflows;
        this.cron = cron;
        this.host = host;
    }

    public Answer<Schedule> create(ScheduleRequest request) {
        var problems = new ArrayList<Problem>();
        if (!NAME.matcher(request.name()).matches()) {
            problems.add(new Problem("/name", "must be lower-case letters, digits, dots and dashes, 63 at most"));
        }
        var zone = zone(request.zone());
        if (zone.isEmpty()) {
            problems.add(new Problem("/timeZone", "is no time zone; one looks like Europe/Berlin or UTC"));
        }
        var first = cron.parse(request.cron(), zone.orElse(ZoneId.of("UTC"))).flatMap(times -> times.after(host.now()));
        if (first.isEmpty()) {
            problems.add(new Problem(
                    "/cron", "is no cron expression with a time to come; five fields such as 30 2 * * 1-5"));
        }
        if (!problems.isEmpty()) {
            return Answer.refused(
                    ErrorCode.REQUEST_INVALID,
                    "the schedule is not what is expected: "
                            + problems.getFirst().pointer() + " "
                            + problems.getFirst().detail(),
                    problems);
        }
        if (workflows.find(request.workflowName(), Optional.empty()).isEmpty()) {
            return Answer.refused(ErrorCode.WORKFLOW_NOT_FOUND, "there is no workflow " + request.workflowName());
        }
        return recorded(request, zone.orElseThrow(), first.orElseThrow());
    }

    private Answer<Schedule> recorded(ScheduleRequest request, ZoneId zone, Instant first) {
        var now = host.now();
        var schedule = new Schedule(
                host.newId(),
                request.tenant(),
                request.name(),
                request.workflowName(),
                request.payload(),
                request.cron(),
                zone,
                request.catchUp(),
                request.overlap(),
                now,
                Optional.empty(),
                now,
                Optional.empty(),
                Optional.empty());
        return store.create(schedule, first)
                ? Answer.accepted(schedule)
                : Answer.refused(
                        ErrorCode.SCHEDULE_EXISTS,
                        "there is a schedule " + request.name() + " already; delete it first, or take another name");
    }

    public List<Schedule> list(String tenant) {
        return store.list(tenant);
    }

    public Answer<Schedule> find(String tenant, String name) {
        return store.find(tenant, name).map(Answer::accepted).orElseGet(() -> none(name));
    }

    /** @return what was deleted; runs it started go on */
    public Answer<Schedule> delete(String tenant, String name) {
        var schedule = store.find(tenant, name);
        return schedule.isPresent() && store.delete(tenant, name) ? Answer.accepted(schedule.get()) : none(name);
    }

    public Answer<Schedule> pause(String tenant, String name) {
        return store.pause(tenant, name, host.now()) ? find(tenant, name) : none(name);
    }

    /** What fell into the pause is not made up for. */
    public Answer<Schedule> resume(String tenant, String name) {
        return store.resume(tenant, name, host.now()) ? find(tenant, name) : none(name);
    }

    /** When it starts a run next; empty while it is paused. */
    public Optional<Instant> next(Schedule schedule) {
        return schedule.pausedAt().isPresent()
                ? Optional.empty()
                : cron.parse(schedule.cron(), schedule.zone()).flatMap(times -> times.after(host.now()));
    }

    private static Answer<Schedule> none(String name) {
        return Answer.refused(ErrorCode.SCHEDULE_NOT_FOUND, "there is no schedule " + name);
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
