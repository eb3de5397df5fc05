package dev.runengine.core.workflow;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.hash.InputHasher;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.selector.SelectorJson;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A workflow specification as JSON. Everything is written; what has a default may be left out when it is read. Durations
 * are ISO 8601, such as {@code PT3S}.
 */
public final class WorkflowJson {
    private WorkflowJson() {}

    public static JObject write(WorkflowSpec spec) {
        var json = Json.object("name", Json.of(spec.name()), "version", Json.of(spec.version()))
                .with("description", Json.of(spec.description()))
                .with(
                        "steps",
                        array(spec.steps().stream().map(WorkflowJson::step).toList()))
                .with(
                        "changeTypes",
                        array(spec.changeTypes().stream()
                                .map(WorkflowJson::changeType)
                                .toList()))
                .with("baseWorkflows", texts(spec.baseWorkflows()))
                .with("failFast", Json.of(spec.failFast()));
        json = withDuration(json, "timeLimit", spec.timeLimit());
        if (!spec.baseAgreements()
                .isEmpty()) { // Left out when empty: versions registered before it existed keep their digest.
            json = json.with(
                    "baseAgreements",
                    array(spec.baseAgreements().stream()
                            .map(WorkflowJson::agreement)
                            .toList()));
        }
        return spec.triggerSchema().isPresent()
                ? json.with("triggerSchema", spec.triggerSchema().get())
                : json;
    }

    /** @throws dev.runengine.core.json.JsonMismatchException naming the place that is no specification */
    public static WorkflowSpec read(Json json) {
        return WorkflowJsonReader.workflow(json);
    }

    public static ContentHash digest(WorkflowSpec spec) {
        return InputHasher.hash(write(spec));
    }

    private static JObject step(StepSpec step) {
        var json = Json.object("id", Json.of(step.id()), "skill", Json.of(step.skill()))
                .with("description", Json.of(step.description()))
                .with("dependsOn", texts(step.dependsOn()))
                .with("input", SelectorJson.write(step.input()))
                .with("cache", cache(step.cache()))
                .with("retry", retry(step.retry()));
        return withDuration(json, "timeLimit", step.timeLimit());
    }

    private static JObject cache(CachePolicy cache) {
        var json = Json.object(
                "enabled", Json.of(cache.enabled()),
                "scope", Json.of(cache.scope().name().toLowerCase(Locale.ROOT)),
                "verify", Json.of(cache.verify()));
        return withDuration(json, "ttl", cache.ttl());
    }

    private static JObject retry(RetryPolicy retry) {
        return Json.object(
                "maxAttempts", Json.of(retry.maxAttempts()),
                "backoff", Json.of(retry.backoff().toString()),
                "maxLost", Json.of(retry.maxLost()));
    }

    private static JObject changeType(ChangeType change) {
        return Json.object("name", Json.of(change.name()), "seeds", texts(change.seeds()))
                .with("everyStep", Json.of(change.everyStep()))
                .with("payloadSchema", change.payloadSchema())
                .with("mergeAt", Json.of(change.mergeAt().toString()))
                .with("force", Json.of(change.force()));
    }

    private static JObject agreement(BaseAgreement agreement) {
        return Json.object(
                "trigger", Json.of(agreement.trigger().toString()),
                "step", Json.of(agreement.step()),
                "path", Json.of(agreement.path().toString()));
    }

    private static JObject withDuration(JObject json, String name, Optional<Duration> duration) {
        return duration.map(d -> json.with(name, Json.of(d.toString()))).orElse(json);
    }

    private static JArray texts(List<String> texts) {
        return array(texts.stream().map(Json::of).toList());
    }

    private static JArray array(List<? extends Json> items) {
        return new JArray(List.copyOf(items));
    }
}
