package dev.runengine.campaign.game;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A packed game, read back: what bundle_game_template made, every file with the hash its manifest states. Anything else is
 * refused, for a page is made of it that others will open.
 *
 * @param files all but manifest.json
 */
record GameBundle(String templateId, PageScript script, List<BundleFile> files) {
    // Audio and model at their largest, films, and the copies of the former two that assets.js holds.
    private static final BoundedZip.Limits LIMITS = new BoundedZip.Limits(500, 192L << 20, 640L << 20);
    private static final int LARGEST_MANIFEST = 1 << 20;

    /** @param folder an existing one, for the files */
    static GameBundle unpack(Path bundle, Path folder, String pointer) throws IOException, SkillException {
        try (var zip = BoundedZip.open(bundle, LIMITS, pointer)) {
            var manifest = manifest(zip);
            var files = new ArrayList<BundleFile>();
            for (var listed : manifest.path("files")) {
                files.add(take(zip, listed, folder.resolve("file-" + files.size())));
            }
            if (!namesWithManifest(files).equals(names(zip))) {
                throw zip.refused("holds other files than its manifest lists");
            }
            return new GameBundle(manifest.path("template_id").asString(""), script(zip, files), List.copyOf(files));
        }
    }

    private static JsonNode manifest(BoundedZip zip) throws IOException, SkillException {
        var entry = zip.entry(BundleArchive.MANIFEST).orElseThrow(() -> foreign(zip));
        try {
            var manifest = JsonMapper.shared().readTree(zip.head(entry, LARGEST_MANIFEST));
            var checksum = ContentHash.of(Resources.canonical(manifest.path("files")));
            if (!manifest.path("checksum").asString("").equals(checksum.hex())) {
                throw foreign(zip);
            }
            return manifest;
        } catch (JacksonException notJson) {
            throw foreign(zip);
        }
    }

    private static BundleFile take(BoundedZip zip, JsonNode listed, Path target) throws IOException, SkillException {
        var path = listed.path("path").asString("");
        var entry = zip.entry(path).orElseThrow(() -> zip.refused("lacks \"" + path + "\", which its manifest lists"));
        zip.copy(entry, target);
        if (!BundleArchive.sha256(target).equals(listed.path("sha256").asString(""))) {
            throw zip.refused("holds \"" + path + "\" with another content than its manifest states");
        }
        return new BundleFile(path, target, listed.path("media_type").asString(""));
    }

    private static List<String> namesWithManifest(List<BundleFile> files) {
        return Stream.concat(Stream.of(BundleArchive.MANIFEST), files.stream().map(BundleFile::path))
                .sorted()
                .toList();
    }

    private static List<String> names(BoundedZip zip) {
        return zip.entries().stream().map(ZipEntry::getName).sorted().toList();
    }

    private static PageScript script(BoundedZip zip, List<BundleFile> files) throws IOException, SkillException {
        for (var file : files) {
            if (file.path().equals(PageScript.PATH)) {
                var text = Files.readString(file.content(), StandardCharsets.UTF_8);
                return PageScript.parse(text).orElseThrow(() -> foreign(zip));
            }
        }
        throw foreign(zip);
    }

    private static SkillException foreign(BoundedZip zip) {
        return zip.refused("is a ZIP, but not a game that bundle_game_template packed; give that step's bundle_uri");
    }
}
