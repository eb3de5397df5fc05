package dev.runengine.runtime.simulation;

import dev.runengine.core.run.StepState;
import dev.runengine.core.run.Transition.StepMoved;
import dev.runengine.runtime.port.Journal.Entry;
import dev.runengine.runtime.port.SkillRunner;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What may execute when, and where. */
final class ExecutionRules {
    private final Scheduler scheduler;
    private final Complaints complaints;
    private final Trace trace;
    private final long slackMs;
    private final Map<UUID, Permission> permissions = new HashMap<>();
    private final Set<Execution> running = new LinkedHashSet<>();

    ExecutionRules(Scheduler scheduler, Complaints complaints, Trace trace, long slackMs) {
        this.scheduler = scheduler;
        this.complaints = complaints;
        this.trace = trace;
        this.slackMs = slackMs;
    }

    /** What the record allows to be executed under one key. */
    private static final class Permission {
        final RunTruth run;
        final int step;
        int starts;

        Permission(RunTruth run, int step) {
            this.run = run;
            this.step = step;
        }
    }

    /** A skill at work. */
    static final class Execution {
        final RunTruth run;
        final int step;
        final Life life;
        private final Thread thread = Thread.currentThread();
        private final long fence;
        private boolean toldToStop;

        Execution(RunTruth run, int step, Life life) {
            this.run = run;
            this.step = step;
            this.life = life;
            this.fence = run.fence;
        }

        void toldToStop() {
            toldToStop = true;
        }

        boolean wasToldToStop() {
            return toldToStop || thread.isInterrupted();
        }

        @Override
        public String toString() {
            return run + ".s" + step + " on " + life;
        }
    }

    /** Every recorded start allows one execution. */
    void starts(RunTruth run, Entry entry) {
        for (var transition : entry.transitions()) {
            if (transition instanceof StepMoved(int step, var _, StepState.Executing executing)) {
                permissions.computeIfAbsent(executing.executionKey(), _ -> new Permission(run, step)).starts++;
            }
        }
    }

    Execution begun(Life life, SkillRunner.Request request) {
        var permission = permissions.get(request.executionKey());
        if (permission == null) {
            complaints.add(request.skillId() + " executes, and no start of it is recorded");
            throw new IllegalStateException("not recorded");
        }
        var run = permission.run;
        var execution = new Execution(run, permission.step, life);
        trace.add(() -> execution + " begins");
        run.steps.get(permission.step).begun++;
        require(permission.starts-- > 0, execution, "executes more often than it was recorded to start");
        require(run.dependenciesDone(permission.step), execution, "executes before its dependencies are recorded");
        require(
                isOwner(execution) || execution.wasToldToStop() || life.isExcused(slackMs),
                execution,
                "is not its to execute");
        for (var other : running) {
            if (other.run == run && other.step == permission.step && !other.life.isDead()) {
                require(
                        other.wasToldToStop() || other.life.isExcused(slackMs) || life.isExcused(slackMs),
                        execution,
                        "begins while " + other + " still executes");
            }
        }
        requireAlone(execution);
        running.add(execution);
        return execution;
    }

    /** Work that several runs share is paid for once at a time. */
    private void requireAlone(Execution execution) {
        var step = execution.run.steps.get(execution.step).step;
        if (!execution.run.shares(step) || execution.life.isExcused(slackMs)) {
            return;
        }
        for (var other : running) {
            var otherStep = other.run.steps.get(other.step).step;
            boolean sameWork = other.run != execution.run
                    && other.run.shares(otherStep)
                    && other.run.work(otherStep).equals(execution.run.work(step));
            require(
                    !sameWork || other.life.isDead() || other.wasToldToStop() || other.life.isExcused(slackMs),
                    execution,
                    "begins while " + other + " does the same work");
        }
    }

    void ended(Execution execution) {
        trace.add(() -> execution + " ends");
        running.remove(execution);
        var run = execution.run;
        if (!execution.wasToldToStop() && run.fence != execution.fence && !execution.life.isExcused(slackMs)) {
            require(
                    scheduler.nowMs() - run.claimedAtMs <= slackMs,
                    execution,
                    "went on though its run has long had another owner");
        }
    }

    /** A run that is given back must have nothing at work that does not know. */
    void mayBeStartedElsewhere(RunTruth run, Life life) {
        for (var execution : running) {
            if (execution.run == run && execution.life == life) {
                require(execution.wasToldToStop(), execution, "still executes, and the run is given back");
            }
        }
    }

    private static boolean isOwner(Execution execution) {
        return execution.run.owner == execution.life;
    }

    private void require(boolean holds, Execution execution, String what) {
        if (!holds) {
            complaints.add(execution + " " + what + " at " + scheduler.nowMs() + " ms");
        }
    }
}
