package dev.runengine.server.run;

import dev.runengine.runtime.engine.RunEngine;
import dev.runengine.runtime.port.RunQueries;
import dev.runengine.runtime.port.RunRecord;
import dev.runengine.server.problem.ApiProblem;
import dev.runengine.server.tenancy.Tenant;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Cancels a run and waits a little for its owner, so that most callers see the end of it. The owner may be another
 * process: only the store tells.
 */
@Component
final class Cancelling {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration FIRST_LOOK = Duration.ofMillis(10);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final RunEngine engine;
    private final RunQueries queries;

    Cancelling(RunEngine engine, RunQueries queries) {
        this.engine = engine;
        this.queries = queries;
    }

    RunRecord cancel(Tenant tenant, UUID runId) {
        var run = ApiProblem.accepted(engine.cancel(tenant.id(), runId));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var pause = FIRST_LOOK; !run.status().over() && System.nanoTime() < deadline; pause = longer(pause)) {
            if (interruptedIn(pause)) {
                return run;
            }
            run = queries.run(tenant.id(), runId).orElse(run);
        }
        return run;
    }

    private static Duration longer(Duration pause) {
        var twice = pause.multipliedBy(2);
        return twice.compareTo(BETWEEN_LOOKS) < 0 ? twice : BETWEEN_LOOKS;
    }

    private static boolean interruptedIn(Duration pause) {
        try {
            Thread.sleep(pause);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
