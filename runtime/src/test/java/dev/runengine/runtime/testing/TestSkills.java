package dev.runengine.runtime.testing;

import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.SkillRunner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Skills as functions. One that nobody defined answers at once, with something that depends on its input. */
public final class TestSkills implements SkillRunner {
    private final Map<String, Body> bodies = new ConcurrentHashMap<>();
    private volatile Cancelling cancelling = _ -> {};
    private final List<Request> requests = new CopyOnWriteArrayList<>();

    /** What a skill does. */
    @FunctionalInterface
    public interface Body {
        Result run(Request request) throws InterruptedException;
    }

    /** How the remote job of an execution is stopped. */
    @FunctionalInterface
    public interface Cancelling {
        void cancel(Request request) throws InterruptedException;
    }

    public static Result ok(Json data) {
        return new Result.Succeeded(data, Usage.NONE, List.of());
    }

    public static Result broken(String message) {
        return new Result.Failed(new SkillFailure.Broken(message));
    }

    public void define(String id, Body body) {
        bodies.put(id, body);
    }

    void cancelling(Cancelling other) {
        cancelling = other;
    }

    @Override
    public void cancelJob(Request request) throws InterruptedException {
        cancelling.cancel(request);
    }

    /** The executions started of that skill, in order. */
    public List<Request> executions(String id) {
        return requests.stream().filter(request -> request.skillId().equals(id)).toList();
    }

    public List<String> executed() {
        return requests.stream().map(Request::skillId).toList();
    }

    @Override
    public Optional<SkillDescriptor> find(String id) {
        return Optional.of(TestFlows.skill(id));
    }

    @Override
    public Execution run(Request request) throws InterruptedException {
        requests.add(request);
        var result = bodies.getOrDefault(request.skillId(), TestSkills::instant).run(request);
        return new Execution() {
            @Override
            public Result result() {
                return result;
            }

            @Override
            public void close() {}
        };
    }

    private static Result instant(Request request) {
        return ok(Json.of(
                request.skillId() + " of " + InputHasher.hash(request.input()).hex()));
    }
}
