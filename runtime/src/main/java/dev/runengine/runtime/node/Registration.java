package dev.runengine.runtime.node;

import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowJson;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.runtime.port.WorkflowVersions;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Registers a node's workflows: those it was given, all or none, and besides them every version recorded before that it
 * has the skills for, so that runs finish on the version they started with.
 */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final WorkflowVersions versions;
    private final SkillLookup skills;
    private final InstantSource clock;

    Registration(WorkflowVersions versions, SkillLookup skills, InstantSource clock) {
        this.versions = versions;
        this.skills = skills;
        this.clock = clock;
    }

    WorkflowRegistry register(List<WorkflowSpec> workflows) {
        var registry = registerAll(WorkflowRegistry.empty(), workflows);
        registry.list().forEach(this::record);
        for (var earlier : versions.specs()) {
            registry = withEarlier(registry, earlier);
        }
        return registry;
    }

    private WorkflowRegistry registerAll(WorkflowRegistry registry, List<WorkflowSpec> workflows) {
        return switch (registry.registerAll(workflows, skills)) {
            case WorkflowRegistry.Registration.Registered(var next) -> next;
            case WorkflowRegistry.Registration.Refused(var refusals) -> throw new InvalidWorkflowsException(refusals);
        };
    }

    private void record(CompiledWorkflow workflow) {
        var spec = WorkflowJson.write(workflow.spec());
        if (!versions.record(workflow.name(), workflow.version(), workflow.digest(), spec, clock.instant())) {
            throw new InvalidWorkflowsException("workflow " + workflow.name() + " " + workflow.version()
                    + " was registered before with other content; give the changed workflow a new version");
        }
    }

    private WorkflowRegistry withEarlier(WorkflowRegistry registry, Json earlier) {
        try {
            var spec = WorkflowJson.read(earlier);
            if (registry.find(spec.name(), Optional.of(spec.version())).isPresent()) {
                return registry;
            }
            return switch (registry.register(spec, skills)) {
                case WorkflowRegistry.Registration.Registered(var next) -> next;
                case WorkflowRegistry.Registration.Refused(var refusals) -> {
                    LOG.warn("[RunEngine] Runs of an earlier version wait for a node that can run it: {}", refusals);
                    yield registry;
                }
            };
        } catch (IllegalArgumentException e) {
            LOG.warn("[RunEngine] An earlier workflow version cannot be read: {}", e.getMessage());
            return registry;
        }
    }
}
