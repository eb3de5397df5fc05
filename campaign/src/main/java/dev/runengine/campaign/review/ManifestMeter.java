package dev.runengine.campaign.review;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.skill.SkillContext;
import dev.runengine.skills.json.JacksonJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Measures manifests: JSON that lists something, whose checksum holds, and whose files all exist. */
final class ManifestMeter {
    private static final long LARGEST = 4L << 20;
    private static final int MOST_ADDRESSES = 300;

    private ManifestMeter() {}

    static List<Measurement> measure(Path file, SkillContext context) throws Unmeasurable, IOException {
        var manifest = parsed(file);
        var measured = new ArrayList<Measurement>();
        measured.add(Measurement.fact(
                Aspect.INTEGRITY,
                "lists_assets",
                !manifest.path("assets").isEmpty() || !manifest.path("files").isEmpty(),
                "the manifest lists neither assets nor files",
                "Assemble it again."));
        if (manifest.has("assets") && manifest.has("checksum")) {
            measured.add(Measurement.fact(
                    Aspect.INTEGRITY,
                    "checksum",
                    checksum(manifest).equals(manifest.path("checksum").asString("")),
                    "the manifest was changed after its checksum was made",
                    "Assemble it again; do not edit it by hand."));
        }
        var addresses = addresses(manifest);
        int missing = 0;
        for (var address : addresses) {
            missing += exists(address, context) ? 0 : 1;
        }
        measured.add(Measurement.grave(
                Aspect.INTEGRITY,
                "assets_missing",
                missing,
                "of " + addresses.size(),
                new Scale(1, 0),
                missing + " of the artifacts it names do not exist",
                "Make or upload what is missing, then assemble the manifest again."));
        return measured;
    }

    private static ObjectNode parsed(Path file) throws Unmeasurable, IOException {
        if (Files.size(file) > LARGEST) {
            throw new Unmeasurable(
                    "the manifest has " + Files.size(file) + " bytes; more than " + LARGEST + " are not read");
        }
        try {
            if (JsonMapper.shared().readTree(Files.readAllBytes(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new Unmeasurable("the manifest is not a JSON object");
        } catch (JacksonException e) {
            throw new Unmeasurable("the manifest is not JSON: " + e.getOriginalMessage());
        }
    }

    /** Of the canonical form without the checksum itself, as assemble_campaign_manifest makes it. */
    private static String checksum(ObjectNode manifest) {
        var unsigned = manifest.deepCopy();
        unsigned.remove("checksum");
        return ContentHash.of(CanonicalJson.bytes(JacksonJson.fromNode(unsigned)))
                .hex();
    }

    private static List<ArtifactAddress> addresses(JsonNode manifest) {
        var found = new TreeSet<String>();
        collect(manifest, found);
        return found.stream()
                .limit(MOST_ADDRESSES)
                .flatMap(text -> ArtifactAddress.parse(text).stream())
                .toList();
    }

    private static void collect(JsonNode node, TreeSet<String> found) {
        if (node.isString() && node.stringValue().startsWith(ArtifactAddress.PREFIX)) {
            found.add(node.stringValue());
        }
        node.forEach(child -> collect(child, found));
    }

    private static boolean exists(ArtifactAddress address, SkillContext context) throws IOException {
        try {
            context.fetch(address);
            return true;
        } catch (SkillContext.ArtifactMissingException e) {
            return false;
        }
    }
}
