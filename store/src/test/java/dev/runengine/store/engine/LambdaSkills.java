package dev.runengine.store.engine;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.SkillRunner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Skills as lambdas, counted by id. */
final class LambdaSkills implements SkillRunner {
    @FunctionalInterface
    interface Body {
        Result run(Json input) throws InterruptedException;
    }

    private final Map<String, Body> bodies = new HashMap<>();
    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    LambdaSkills with(String id, Body body) {
        bodies.put(id, body);
        return this;
    }

    int calls(String id) {
        return calls.getOrDefault(id, new AtomicInteger()).get();
    }

    static Result done(Json data) {
        return new Result.Succeeded(data, Usage.NONE, List.of());
    }

    @Override
    public Optional<SkillDescriptor> find(String id) {
        return bodies.containsKey(id)
                ? Optional.of(new SkillDescriptor(
                        id,
                        "1",
                        "test@1",
                        id,
                        id,
                        List.of(),
                        JObject.EMPTY,
                        JObject.EMPTY,
                        List.of(),
                        Duration.ofSeconds(30)))
                : Optional.empty();
    }

    @Override
    public Execution run(Request request) throws InterruptedException {
        calls.computeIfAbsent(request.skillId(), _ -> new AtomicInteger()).incrementAndGet();
        var body = bodies.get(request.skillId());
        if (body == null) {
            throw new IllegalArgumentException(request.skillId());
        }
        var result = body.run(request.input());
        return new Execution() {
            @Override
            public Result result() {
                return result;
            }

            @Override
            public void close() {}
        };
    }
}
