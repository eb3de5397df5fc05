package dev.runengine.server.ops;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.error.ErrorCode;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.FlightLeader;
import dev.runengine.core.reuse.Origin;
import dev.runengine.core.reuse.StepDecision;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.run.Counters;
import dev.runengine.core.run.Fingerprint;
import dev.runengine.core.run.Prepared;
import dev.runengine.core.run.StepError;
import dev.runengine.core.run.StepState;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.SkillVersion;
import dev.runengine.core.skill.Usage;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What is counted of executions, of reused results and of shared work. */
class ReuseMeterTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final UUID RUN = new UUID(0, 1);
    private static final Prepared PREPARED =
            new Prepared(Json.object(), new Fingerprint(ContentHash.of(new byte[] {1}), new SkillVersion("1+test@1")));
    private static final StepDecision DECISION = StepDecision.of(Verdict.BYPASSED);
    private static final StepError ERROR = new StepError(ErrorCode.SKILL_FAILED, "broke", 1, NOW, List.of());

    private static final StepState PENDING = new StepState.Waiting(Counters.ZERO, 0);
    private static final StepState AWAITING =
            new StepState.Awaiting(Counters.ZERO, PREPARED, DECISION, NOW, new FlightLeader(RUN, 0), Optional.empty());
    private static final StepState EXECUTING =
            new StepState.Executing(Counters.ZERO, PREPARED, DECISION, RUN, NOW, Optional.empty(), Optional.empty());
    private static final StepState BACKING_OFF =
            new StepState.BackingOff(Counters.ZERO, PREPARED, DECISION, NOW, NOW, ERROR, Optional.empty());
    private static final StepState REUSED = new StepState.Reused(
            Counters.ZERO,
            Optional.empty(),
            Optional.empty(),
            StepDecision.of(Verdict.HIT_IN_FLIGHT, RUN),
            StepOutput.of(Json.object()),
            Optional.empty(),
            Optional.empty(),
            NOW);

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void costsAreCountedInSecondsAndMoney() {
        var meter = new CostMeter(registry, Origin.COLD_CACHE);
        assertThat(saved("seconds")).as("before the first").isZero();

        meter.count(new Execution(RUN, 12_500, new Usage(40_000, 7)));
        meter.count(new Execution(RUN, 500, new Usage(0, 0)));

        assertThat(saved("seconds")).isEqualTo(13);
        assertThat(saved("cost")).isEqualTo(0.04);
        assertThat(saved("tokens")).isEqualTo(7);
    }

    @Test
    void whatWasExecutedWasSpent() {
        new CostMeter(registry, Origin.EXECUTED).count(new Execution(RUN, 2_000, Usage.NONE));

        assertThat(registry.get("run_engine.spent.seconds").counter().count()).isEqualTo(2);
        assertThat(registry.find("run_engine.saved.seconds").counter()).isNull();
    }

    @Test
    void sharedWorkIsCountedByWhatBecomesOfWhoeverWaits() {
        var meter = new FlightMeter(registry);
        meter.moved(PENDING, EXECUTING, true);
        meter.moved(PENDING, AWAITING, true);
        meter.moved(AWAITING, REUSED, true);
        meter.moved(AWAITING, BACKING_OFF, true);
        meter.moved(AWAITING, EXECUTING, true);

        assertThat(flights("led")).isOne();
        assertThat(flights("shared")).isOne();
        assertThat(flights("failed")).isOne();
        assertThat(flights("taken_over")).isOne();
    }

    @Test
    void workThatIsNotSharedAndFurtherAttemptsLeadNobody() {
        var meter = new FlightMeter(registry);
        meter.moved(PENDING, EXECUTING, false);
        meter.moved(BACKING_OFF, EXECUTING, true);
        meter.moved(PENDING, REUSED, true);
        meter.moved(EXECUTING, AWAITING, true);

        assertThat(flights("led")).isZero();
        assertThat(flights("shared")).isZero();
    }

    private double saved(String what) {
        return registry.get("run_engine.saved." + what)
                .tag("origin", "COLD_CACHE")
                .counter()
                .count();
    }

    private double flights(String event) {
        return registry.get("run_engine.flights").tag("event", event).counter().count();
    }
}
