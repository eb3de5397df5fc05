package dev.runengine.server.run;

import dev.runengine.core.json.Json;
import dev.runengine.core.reuse.CacheFlags;
import dev.runengine.core.run.Settlement;
import dev.runengine.runtime.engine.TriggerRequest;
import dev.runengine.runtime.engine.UpdateRequest;
import dev.runengine.server.body.Fields;
import dev.runengine.server.tenancy.Tenant;
import java.util.UUID;

/** The bodies of requests about runs. */
final class RunBodies {
    private static final int LONGEST_JOB_ID = 2_000;

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
                cache(body),
                body.texts("pin"));
    }

    /** A plan says all that a change request would; beside its id there is nothing to say. */
    static UpdateWish updateOrPlan(Tenant tenant, UUID baseRunId, Fields body) {
        return body.id("planId")
                .<UpdateWish>map(UpdateWish.Planned::new)
                .orElseGet(() -> new UpdateWish.Change(update(tenant, baseRunId, body)));
    }

    /** Either {@code {"jobId": "..."}} or {@code {"neverSubmitted": true}}. */
    static Settlement settlement(Fields body) {
        var jobId = body.text("jobId").filter(id -> isJobId(id, body));
        boolean never = body.flag("neverSubmitted").orElse(false);
        if (jobId.isPresent() == never) {
            body.refuse("jobId", "say either which job it is, or neverSubmitted: true");
        }
        return jobId.<Settlement>map(Settlement.KnownJob::new).orElseGet(Settlement.NeverSubmitted::new);
    }

    private static boolean isJobId(String id, Fields body) {
        boolean fits = !id.isBlank() && id.length() <= LONGEST_JOB_ID && id.indexOf('\0') < 0;
        if (!fits) {
            body.refuse("jobId", "must be 1 to " + LONGEST_JOB_ID + " characters, none of them null");
        }
        return fits;
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
