package dev.runengine.runtime.simulation;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Skills of one life: quick or slow, too slow at times, failing, breaking, and deaf to being told to stop. */
record SimulatedSkills(Scheduler scheduler, RandomGenerator random, Oracle oracle, Life life, int failuresIn100)
        implements SkillRunner {
    private static final Duration TIME_LIMIT = Duration.ofSeconds(4);

    @Override
    public Optional<SkillDescriptor> find(String id) {
        return Optional.of(new SkillDescriptor(
                id, "1", "simulated@1", id, "", List.of(), JObject.EMPTY, JObject.EMPTY, List.of(), TIME_LIMIT));
    }

    @Override
    public Execution run(Request request) throws InterruptedException {
        var execution = oracle.begun(life, request);
        try {
            work(execution, durationMs(), random.nextInt(12) == 0);
            var result = result(request);
            return new Execution() {
                @Override
                public Result result() {
                    return result;
                }

                @Override
                public void close() {}
            };
        } finally {
            oracle.ended(execution);
        }
    }

    private long durationMs() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3, 4 -> 0;
            case 5 -> random.nextInt(7_000);
            default -> random.nextInt(900);
        };
    }

    private void work(ExecutionRules.Execution execution, long durationMs, boolean deaf) throws InterruptedException {
        long end = scheduler.nowMs() + durationMs;
        while (scheduler.nowMs() < end) {
            try {
                Link.pass(scheduler, life, end - scheduler.nowMs());
            } catch (InterruptedException e) {
                execution.toldToStop();
                if (!deaf) {
                    throw e;
                }
            }
        }
    }

    private Result result(Request request) {
        if (random.nextInt(100) >= failuresIn100) {
            return new Result.Succeeded(
                    Json.of(Graph.result(request.skillId(), inputs(request.input()))), Usage.NONE, List.of());
        }
        return switch (random.nextInt(8)) {
            case 0 -> new Result.Failed(SkillFailure.invalidInput("/own", "not this one"));
            case 1 -> new Result.Failed(new SkillFailure.InvalidOutput("not as promised", List.of()));
            case 2 -> new Result.Failed(new SkillFailure.Rejected("not allowed"));
            case 3 -> new Result.Failed(new SkillFailure.Transient("later", Optional.of(Duration.ofMillis(700))));
            case 4 -> throw new SkillBug();
            default -> new Result.Failed(new SkillFailure.Broken("it broke"));
        };
    }

    private static TreeMap<String, String> inputs(Json input) {
        var inputs = new TreeMap<String, String>();
        ((JObject) input)
                .members()
                .forEach((name, value) ->
                        inputs.put(name, name.equals("own") ? String.valueOf(Oracle.part(value)) : Words.text(value)));
        return inputs;
    }

    private static final class SkillBug extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
