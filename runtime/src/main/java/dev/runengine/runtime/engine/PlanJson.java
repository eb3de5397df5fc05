package dev.runengine.runtime.engine;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JBool;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.plan.Plan.Expectation;
import dev.runengine.core.plan.Promise;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.skill.SkillVersion;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans as they are kept. Written and read by the same program, so that what cannot be read is a bug. */
final class PlanJson {
    private PlanJson() {}

    static Json of(UpdateRequest request) {
        var json = Json.object("type", Json.of(request.changeType()), "payload", request.payload())
                .with("force", Json.of(request.force()))
                .with("read", Json.of(request.cache().read()))
                .with("write", Json.of(request.cache().write()))
                .with("coalesce", Json.of(request.cache().coalesce()))
                .with("pins", new JArray(request.pins().stream().map(Json::of).toList()));
        return request.workflowVersion()
                .map(version -> json.with("version", Json.of(version)))
                .orElse(json);
    }

    static UpdateRequest request(String tenant, UUID baseRunId, Json json) {
        var object = (JObject) json;
        return new UpdateRequest(
                tenant,
                baseRunId,
                text(object, "type").orElseThrow(),
                object.get("payload").orElseThrow(),
                flag(object, "force"),
                text(object, "version"),
                new CacheFlags(flag(object, "read"), flag(object, "write"), flag(object, "coalesce")),
                items(object.get("pins").orElseThrow()).stream()
                        .map(pin -> ((JString) pin).value())
                        .toList());
    }

    static Json of(List<Promise> promises) {
        return new JArray(promises.stream().map(PlanJson::of).toList());
    }

    private static Json of(Promise promise) {
        var json = Json.object(
                "step", Json.of(promise.stepId()),
                "expectation", Json.of(promise.expectation().name()),
                "reason", Json.of(promise.reason()));
        if (promise.inputHash().isPresent()) {
            json = json.with("input", Json.of(promise.inputHash().get().hex()));
        }
        if (promise.skillVersion().isPresent()) {
            json = json.with("skill", Json.of(promise.skillVersion().get().value()));
        }
        return json;
    }

    static List<Promise> promises(Json json) {
        return items(json).stream().map(item -> promise((JObject) item)).toList();
    }

    private static Promise promise(JObject json) {
        return new Promise(
                text(json, "step").orElseThrow(),
                Expectation.valueOf(text(json, "expectation").orElseThrow()),
                text(json, "reason").orElseThrow(),
                text(json, "input").map(ContentHash::new),
                text(json, "skill").map(SkillVersion::new));
    }

    private static List<Json> items(Json json) {
        return ((JArray) json).items();
    }

    private static Optional<String> text(JObject object, String name) {
        return object.get(name).map(value -> ((JString) value).value());
    }

    private static boolean flag(JObject object, String name) {
        return ((JBool) object.get(name).orElseThrow()).value();
    }
}
