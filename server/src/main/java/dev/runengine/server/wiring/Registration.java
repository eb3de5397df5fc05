package dev.runengine.server.wiring;

import dev.runengine.core.skill.SkillLookup;
import dev.runengine.core.workflow.CompiledWorkflow;
import dev.runengine.core.workflow.WorkflowJson;
import dev.runengine.core.workflow.WorkflowRegistry;
import dev.runengine.core.workflow.WorkflowRegistry.Registration.Refused;
import dev.runengine.core.workflow.WorkflowRegistry.Registration.Registered;
import dev.runengine.core.workflow.WorkflowSpec;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.JsonMismatchException;
import dev.runengine.runtime.port.WorkflowVersions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Registers a deployment's workflows, and the versions before them: their runs finish on the version they started with. */
final class Registration {
    private static final Logger LOG = LoggerFactory.getLogger(Registration.class);

    private final WorkflowVersions versions;
    private final SkillLookup skills;

    Registration(WorkflowVersions versions, SkillLookup skills) {
        this.versions = versions;
        this.skills = skills;
    }

    /** @throws IllegalArgumentException naming all that keeps a workflow from being run */
    WorkflowRegistry register(List<WorkflowSpec> specs, Instant now) {
        var registry = switch (WorkflowRegistry.empty().registerAll(specs, skills)) {
            case Registered(var registered) -> registered;
            case Refused(var refusals) ->
                throw new IllegalArgumentException(
                        refusals.stream().map(Object::toString).collect(Collectors.joining("\n")));
        };
        registry.list().forEach(workflow -> record(workflow, now));
        return withEarlier(registry);
    }

    private void record(CompiledWorkflow workflow, Instant now) {
        if (!versions.record(
                workflow.name(), workflow.version(), workflow.digest(), WorkflowJson.write(workflow.spec()), now)) {
            throw new IllegalArgumentException("workflow " + workflow.name() + " " + workflow.version()
                    + " was registered before and is another one now: give the changed workflow another version");
        }
    }

    private WorkflowRegistry withEarlier(WorkflowRegistry registry) {
        var all = registry;
        for (var spec : versions.specs()) {
            all = withEarlier(all, spec);
        }
        return all;
    }

    private WorkflowRegistry withEarlier(WorkflowRegistry registry, Json spec) {
        try {
            return switch (registry.register(WorkflowJson.read(spec), skills)) {
                case Registered(var registered) -> registered;
                case Refused(var refusals) -> {
                    LOG.warn("[RunEngine] An earlier workflow version cannot run here any more: {}", refusals);
                    yield registry;
                }
            };
        } catch (JsonMismatchException e) {
            // Written with code of its own, which only a process that has the code can run.
            LOG.warn("[RunEngine] An earlier workflow version cannot be read: {}", e.getMessage());
            return registry;
        }
    }
}
