package dev.runengine.campaign.workflow;

import dev.runengine.core.workflow.WorkflowSpec;
import java.util.List;

/** The workflows of the pack. */
public final class CampaignWorkflows {
    private CampaignWorkflows() {}

    public static List<WorkflowSpec> all() {
        return List.of(BuildV1.SPEC, BuildMinimal.SPEC);
    }
}
