package dev.runengine.server.run;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.server.body.Fields;
import dev.runengine.server.tenancy.Tenant;
import java.util.UUID;

/** The bodies of requests about runs. */
final class RunBodies {
    private RunBodies() {}

    static TriggerRequest trigger(Tenant tenant, Fields body) {
        return new TriggerRequest(
                tenant.id(),
                body.requiredText("workflowName"),
                body.text("workflowVersion"),
                body.value("triggerPayload").orElse(Json.object()),
                cache(body),
                body.integer("priority").orElse(0),
                body.time("notBefore"),
                body.texts("tags"));
    }

    static UpdateRequest update(Tenant tenant, UUID baseRunId, Fields body) {
        var change = body.requiredObject("changeRequest", RunBodies::change).orElse(new Change("", Json.NULL));
        return new UpdateRequest(
                tenant.id(),
                baseRunId,
                change.type(),
                change.payload(),
                body.flag("force").orElse(false),
                body.text("workflowVersion"),
                cache(body));
    }

    private record Change(String type, Json payload) {}

    private static Change change(Fields change) {
        return new Change(change.requiredText("type"), change.value("payload").orElse(Json.object()));
    }

    private static CacheFlags cache(Fields body) {
        return body.object("cache", RunBodies::flags).orElse(CacheFlags.DEFAULT);
    }

    private static CacheFlags flags(Fields cache) {
        return new CacheFlags(
                cache.flag("read").orElse(true),
                cache.flag("write").orElse(true),
                cache.flag("coalesce").orElse(true));
    }
}
