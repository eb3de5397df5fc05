package dev.runengine.store.engine;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.skill.SkillDescriptor;
import dev.runengine.core.skill.SkillFailure;
import dev.runengine.core.skill.Usage;
import dev.runengine.runtime.port.ArtifactStore;
import dev.runengine.runtime.port.SkillRunner;
import dev.runengine.runtime.testing.TestFlows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Any skill that is asked for: reads every file that its input names, and makes one that holds its input. */
final class FileSkills implements SkillRunner {
    private final ArtifactStore artifacts;
    private final Path workspace;
    private final AtomicInteger executions = new AtomicInteger();

    FileSkills(ArtifactStore artifacts, Path workspace) {
        this.artifacts = artifacts;
        this.workspace = workspace;
    }

    int executions() {
        return executions.get();
    }

    @Override
    public Optional<SkillDescriptor> find(String id) {
        return Optional.of(TestFlows.skill(id));
    }

    @Override
    public Execution run(Request request) {
        try {
            var file = workspace.resolve(Integer.toString(executions.incrementAndGet()));
            for (var address : ArtifactAddress.in(request.input())) {
                if (artifacts.find(request.tenant(), address.hash()).isEmpty()) {
                    return new Made(new Result.Failed(new SkillFailure.Rejected(address + " is not there")), file);
                }
            }
            var bytes = CanonicalJson.bytes(request.input());
            Files.write(file, bytes);
            var produced = new ProducedFile(
                    file, ContentHash.of(bytes), bytes.length, "application/json", request.skillId() + ".json");
            return new Made(new Result.Succeeded(Json.object(), Usage.NONE, List.of(produced)), file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Made(Result result, Path file) implements Execution {
        @Override
        public void close() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
