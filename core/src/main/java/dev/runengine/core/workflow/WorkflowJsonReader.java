package dev.runengine.core.workflow;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonMembers;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.core.json.JsonPath;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.selector.Selector;
import dev.runengine.core.selector.SelectorJson;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what {@link WorkflowJson} writes. */
final class WorkflowJsonReader {
    private static final Set<String> WORKFLOW = Set.of(
            "name",
            "version",
            "description",
            "steps",
            "triggerSchema",
            "changeTypes",
            "baseWorkflows",
            "baseAgreements",
            "failFast",
            "timeLimit");
    private static final Set<String> STEP =
            Set.of("id", "skill", "description", "dependsOn", "input", "cache", "retry", "timeLimit");
    private static final Set<String> CACHE = Set.of("enabled", "scope", "ttl", "verify");
    private static final Set<String> RETRY = Set.of("maxAttempts", "backoff", "maxLost");
    private static final Set<String> AGREEMENT = Set.of("trigger", "step", "path");
    private static final Set<String> CHANGE = Set.of("name", "seeds", "everyStep", "payloadSchema", "mergeAt", "force");
    private static final Map<String, CacheScope> SCOPES =
            Map.of("global", CacheScope.GLOBAL, "run_only", CacheScope.RUN_ONLY);

    private WorkflowJsonReader() {}

    static WorkflowSpec workflow(Json json) {
        var members = JsonMembers.of(json, JsonPointer.ROOT, WORKFLOW);
        return JsonMismatchException.placing(
                members.at(),
                () -> new WorkflowSpec(
                        members.text("name"),
                        members.text("version"),
                        members.optionalText("description").orElse(""),
                        members.list("steps", WorkflowJsonReader::step),
                        members.optionalObject("triggerSchema"),
                        members.list("changeTypes", WorkflowJsonReader::changeType),
                        members.texts("baseWorkflows"),
                        members.list("baseAgreements", WorkflowJsonReader::agreement),
                        members.optionalFlag("failFast").orElse(true),
                        duration(members, "timeLimit")));
    }

    private static StepSpec step(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, STEP);
        return JsonMismatchException.placing(
                at,
                () -> new StepSpec(
                        members.text("id"),
                        members.optionalText("skill").orElseGet(() -> members.text("id")),
                        members.optionalText("description").orElse(""),
                        members.texts("dependsOn"),
                        input(members),
                        members.object()
                                .get("cache")
                                .map(cache -> cache(cache, at.append("cache")))
                                .orElse(CachePolicy.GLOBAL),
                        members.object()
                                .get("retry")
                                .map(retry -> retry(retry, at.append("retry")))
                                .orElse(RetryPolicy.DEFAULT),
                        duration(members, "timeLimit")));
    }

    private static Selector input(JsonMembers step) {
        return step.object()
                .get("input")
                .map(json -> SelectorJson.read(json, step.at().append("input")))
                .orElse(new Selector.Fields(Map.of()));
    }

    private static CachePolicy cache(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, CACHE);
        var scope = members.optionalText("scope").orElse("global");
        if (!SCOPES.containsKey(scope)) {
            throw new JsonMismatchException(
                    at.append("scope"), "a cache scope is global or run_only, not \"" + scope + "\"");
        }
        return JsonMismatchException.placing(
                at,
                () -> new CachePolicy(
                        members.optionalFlag("enabled").orElse(true),
                        SCOPES.getOrDefault(scope, CacheScope.GLOBAL),
                        duration(members, "ttl"),
                        members.optionalFlag("verify").orElse(false)));
    }

    private static RetryPolicy retry(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, RETRY);
        return JsonMismatchException.placing(
                at,
                () -> new RetryPolicy(
                        members.optionalInteger("maxAttempts").orElse(RetryPolicy.DEFAULT.maxAttempts()),
                        duration(members, "backoff").orElse(RetryPolicy.DEFAULT.backoff()),
                        members.optionalInteger("maxLost").orElse(RetryPolicy.DEFAULT.maxLost())));
    }

    private static ChangeType changeType(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, CHANGE);
        return JsonMismatchException.placing(
                at,
                () -> new ChangeType(
                        members.text("name"),
                        members.texts("seeds"),
                        members.optionalFlag("everyStep").orElse(false),
                        members.optionalObject("payloadSchema").orElse(JObject.EMPTY),
                        JsonPointer.parse(members.text("mergeAt")),
                        members.optionalFlag("force").orElse(false)));
    }

    private static BaseAgreement agreement(Json json, JsonPointer at) {
        var members = JsonMembers.of(json, at, AGREEMENT);
        return JsonMismatchException.placing(
                at,
                () -> new BaseAgreement(
                        JsonPath.parse(members.text("trigger")),
                        members.text("step"),
                        JsonPath.parse(members.text("path"))));
    }

    private static Optional<Duration> duration(JsonMembers members, String name) {
        return members.optionalText(name).map(text -> {
            try {
                return Duration.parse(text);
            } catch (DateTimeParseException noDuration) {
                throw new JsonMismatchException(
                        members.at().append(name), "a duration looks like PT3S or PT24H, not \"" + text + "\"");
            }
        });
    }
}
