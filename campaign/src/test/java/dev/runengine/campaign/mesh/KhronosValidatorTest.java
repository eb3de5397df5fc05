package dev.runengine.campaign.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.mesh.shape.Prize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks the Khronos glTF validator, an npm package, where a folder with it is named. */
@EnabledIfEnvironmentVariable(
        named = "GLTF_VALIDATOR",
        matches = ".+",
        disabledReason = "GLTF_VALIDATOR names no folder in which the npm package gltf-validator is installed")
class KhronosValidatorTest {
    private static final String SCRIPT = """
            const validator = require('gltf-validator');
            for (const file of process.argv.slice(1)) {
                validator.validateBytes(new Uint8Array(require('fs').readFileSync(file))).then(report => console.log(
                    report.issues.numErrors + ' errors, ' + report.issues.numWarnings + ' warnings'));
            }
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void findsNoFaultInAnyPrizeNorInItsOptimisedForm(Prize prize) throws Exception {
        var bench = new MeshBench(folder);
        var raw = bench.generate(prize.name().toLowerCase(Locale.ROOT).replace("_", ""))
                .path("model_uri")
                .asString();
        var optimised = bench.optimize(raw, "{'geometry':{'max_triangles':3000}}")
                .path("optimized_model_uri")
                .asString();
        assertThat(verdicts(bench.file(raw), bench.file(optimised)))
                .containsExactly("0 errors, 0 warnings", "0 errors, 0 warnings");
    }

    private List<String> verdicts(byte[] raw, byte[] optimised) throws IOException {
        var first = Files.write(folder.resolve("raw.glb"), raw);
        var second = Files.write(folder.resolve("optimised.glb"), optimised);
        var process = new ProcessBuilder("node", "-e", SCRIPT, first.toString(), second.toString())
                .directory(Path.of(System.getenv("GLTF_VALIDATOR")).toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = process.getInputStream()) {
            return new String(output.readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .lines()
                    .toList();
        }
    }
}
