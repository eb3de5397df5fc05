package dev.runengine.server.wiring;

import dev.runengine.core.skill.Skill;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.skills.catalog.SkillCatalog;
import dev.runengine.skills.run.Execution.Failed;
import dev.runengine.skills.run.Execution.Finished;
import dev.runengine.skills.run.Execution.Outcome;
import dev.runengine.skills.run.ExecutionRequest;
import dev.runengine.skills.run.PublishedFile;
import java.util.Optional;

/** Lets the engine run the skills of a catalog. */
final class CatalogSkillRunner implements SkillRunner {
    private final SkillCatalog catalog;
    private final dev.runengine.skills.run.SkillRunner runner;
    private final ArtifactStore artifacts;

    CatalogSkillRunner(SkillCatalog catalog, dev.runengine.skills.run.SkillRunner runner, ArtifactStore artifacts) {
        this.catalog = catalog;
        this.runner = runner;
        this.artifacts = artifacts;
    }

    @Override
    public Optional<SkillDescriptor> find(String idOrAlias) {
        return catalog.find(idOrAlias);
    }

    @Override
    public Execution run(Request request) throws InterruptedException {
        var skill = catalog.skill(request.skillId());
        return skill.isPresent()
                ? new Ended(runner.run(asked(skill.get(), request)))
                : new Unknown("this process has no skill " + request.skillId());
    }

    @Override
    public void cancelJob(Request request) throws InterruptedException {
        var skill = catalog.skill(request.skillId());
        if (skill.isPresent()) {
            runner.cancelJob(asked(skill.get(), request));
        }
    }

    private ExecutionRequest asked(Skill skill, Request request) {
        return new ExecutionRequest(
                skill,
                request.input(),
                hash -> artifacts.find(request.tenant(), hash),
                request.executionKey(),
                request.deadline(),
                request.supervisor());
    }

    private record Ended(dev.runengine.skills.run.Execution execution) implements Execution {
        @Override
        public Result result() {
            return CatalogSkillRunner.result(execution.outcome());
        }

        @Override
        public void close() {
            execution.close();
        }
    }

    private record Unknown(String message) implements Execution {
        @Override
        public Result result() {
            return new Result.Failed(new SkillFailure.Broken(message));
        }

        @Override
        public void close() {
            // nothing was made
        }
    }

    private static Result result(Outcome outcome) {
        return switch (outcome) {
            case Finished(var result, var files) ->
                new Result.Succeeded(
                        result.data(),
                        result.usage(),
                        files.stream().map(CatalogSkillRunner::produced).toList());
            case Failed(var failure) -> new Result.Failed(failure);
        };
    }

    private static ProducedFile produced(PublishedFile file) {
        return new ProducedFile(file.path(), file.hash(), file.size(), file.mediaType(), file.filename());
    }
}
