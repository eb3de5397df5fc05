package dev.runengine.bench.engine;

import dev.runengine.bench.measure.Latencies;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Skills that sleep as long as their name says, or do nothing, and answer {@code {at}}: when they ended. So a step that
 * reads the answers of others knows how long the engine took from the last of them to itself.
 */
public final class TimedSkills implements SkillRunner {
    /** The member of a trigger in which a workload says when it triggered. */
    public static final String TRIGGERED = "triggered";

    public static final String NOTHING = "nothing";
    private static final String SLEEP = "sleep_";
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final long ORIGIN = System.nanoTime();

    private final Latencies gaps = new Latencies();
    private final Latencies starts = new Latencies();
    private volatile Runnable onStart = () -> {};

    /** A skill that sleeps. */
    public static String sleeping(int millis) {
        return SLEEP + millis;
    }

    /** Nanoseconds on a scale that a JSON number holds exactly, for 104 days. */
    public static Json now() {
        return Json.of((double) (System.nanoTime() - ORIGIN));
    }

    /** From the end of the last step that a step waits for to its own start. */
    public Latencies gaps() {
        return gaps;
    }

    /** From the call of the engine to the start of a first step. */
    public Latencies starts() {
        return starts;
    }

    /** Called before each execution, on its thread. */
    public void onStart(Runnable listener) {
        onStart = listener;
    }

    void forget() {
        gaps.clear();
        starts.clear();
    }

    @Override
    public Optional<SkillDescriptor> find(String id) {
        return id.equals(NOTHING) || id.startsWith(SLEEP) ? Optional.of(descriptor(id)) : Optional.empty();
    }

    private static SkillDescriptor descriptor(String id) {
        return new SkillDescriptor(
                id, "1", "bench@1", id, id, List.of(), JObject.EMPTY, JObject.EMPTY, List.of(), TIMEOUT);
    }

    @Override
    public Execution run(Request request) throws InterruptedException {
        onStart.run();
        record((JObject) request.input());
        if (request.skillId().startsWith(SLEEP)) {
            Thread.sleep(Duration.ofMillis(Long.parseLong(request.skillId().substring(SLEEP.length()))));
        }
        return new Answered(new Result.Succeeded(Json.object("at", now()), Usage.NONE, List.of()));
    }

    private void record(JObject input) {
        long now = System.nanoTime() - ORIGIN;
        long last = Long.MIN_VALUE;
        for (Map.Entry<String, Json> member : input.members().entrySet()) {
            if (member.getValue() instanceof JNumber(double at)) {
                if (member.getKey().equals(TRIGGERED)) {
                    starts.add(now - (long) at);
                } else {
                    last = Math.max(last, (long) at);
                }
            }
        }
        if (last != Long.MIN_VALUE) {
            gaps.add(now - last);
        }
    }

    private record Answered(Result result) implements Execution {
        @Override
        public void close() {
            // no file was made
        }
    }
}
