package dev.runengine.campaign.validation;

import dev.runengine.campaign.game.SampleGame;
import dev.runengine.campaign.game.SampleMedia;
import dev.runengine.campaign.testing.LocalSkillContext;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipFile;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A real game whose files a test spoils before it is packed again. */
final class SampleBundle {
    private final Path folder;
    private final TreeMap<String, byte[]> files = new TreeMap<>();

    private SampleBundle(Path folder) {
        this.folder = folder;
    }

    static SampleBundle of(Path folder, String template, double chance) {
        var sample = new SampleGame(folder);
        var context = new LocalSkillContext(folder);
        return of(folder, sample.withMedia(sample.bundleInput(template, chance), context), context);
    }

    /** Without films, sound and prize. */
    static SampleBundle bare(Path folder, String template, double chance) {
        var input = new SampleGame(folder).bundleInput(template, chance);
        return of(folder, input, new LocalSkillContext(folder));
    }

    private static SampleBundle of(Path folder, ObjectNode input, LocalSkillContext context) {
        var output = SampleGame.BUNDLE.succeed(input, context);
        var bundle = new SampleBundle(folder);
        try (var zip = new ZipFile(
                context.published(output.path("bundle_uri").stringValue()).toFile())) {
            for (var entry : zip.stream().toList()) {
                bundle.files.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bundle;
    }

    SampleBundle with(String path, byte[] content) {
        files.put(path, content);
        return this;
    }

    SampleBundle without(String path) {
        files.remove(path);
        return this;
    }

    SampleBundle edit(String path, UnaryOperator<String> change) {
        return with(path, change.apply(text(path)).getBytes(StandardCharsets.UTF_8));
    }

    String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    /** Makes the manifest true again, so that only the spoilt part is wrong. */
    SampleBundle relisted() {
        var manifest = (ObjectNode) JsonMapper.shared().readTree(text("manifest.json"));
        var listed = manifest.putArray("files");
        files.forEach((path, content) -> {
            if (!path.equals("manifest.json")) {
                var old = JsonMapper.shared().readTree(text("manifest.json")).path("files");
                var type = old.valueStream()
                        .filter(entry -> entry.path("path").stringValue().equals(path))
                        .map(entry -> entry.path("media_type").stringValue())
                        .findFirst()
                        .orElse("text/plain");
                listed.addObject()
                        .put("path", path)
                        .put("size_bytes", content.length)
                        .put("sha256", ContentHash.of(content).hex())
                        .put("media_type", type);
            }
        });
        manifest.put(
                "checksum",
                ContentHash.of(CanonicalJson.bytes(JacksonJson.fromNode(listed)))
                        .hex());
        return with("manifest.json", manifest.toString().getBytes(StandardCharsets.UTF_8));
    }

    Path zip() {
        try {
            return new SampleMedia(Files.createTempDirectory(folder, "zip")).zip("game.zip", files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
