package dev.runengine.campaign.workflow;

import dev.runengine.core.workflow.WorkflowSpec;
import java.util.List;
import java.util.stream.Stream;

/** The workflows of the pack. */
public final class CampaignWorkflows {
    private CampaignWorkflows() {}

    public static List<WorkflowSpec> all() {
        return Stream.concat(Stream.of(Build.SPEC, BuildV1.SPEC, BuildMinimal.SPEC), Updates.ALL.stream())
                .toList();
    }
}
