package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A run as far as selectors see it. */
final class FakeScope implements RunScope {
    private final Json trigger;
    private final Map<String, StepOutput> outputs = new HashMap<>();
    private final Map<String, StepOutput> baseOutputs = new HashMap<>();

    private FakeScope(String trigger) {
        this.trigger = JsonReader.parse(trigger);
    }

    static FakeScope triggeredWith(String trigger) {
        return new FakeScope(trigger);
    }

    FakeScope done(String step, String data) {
        return done(step, StepOutput.of(JsonReader.parse(data)));
    }

    FakeScope done(String step, StepOutput output) {
        outputs.put(step, output);
        return this;
    }

    FakeScope base(String step, String data) {
        baseOutputs.put(step, StepOutput.of(JsonReader.parse(data)));
        return this;
    }

    @Override
    public Json trigger() {
        return trigger;
    }

    @Override
    public Optional<StepOutput> output(String step) {
        return Optional.ofNullable(outputs.get(step));
    }

    @Override
    public Optional<StepOutput> baseOutput(String step) {
        return Optional.ofNullable(baseOutputs.get(step));
    }
}
