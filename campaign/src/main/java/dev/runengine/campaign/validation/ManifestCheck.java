package dev.runengine.campaign.validation;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.skills.json.JacksonJson;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Whether the manifest says the truth: every file but itself, with its size, its hash and its type. */
final class ManifestCheck {
    private static final String REBUILD = "Build the bundle again; do not change files in it by hand.";

    private final Bundle bundle;
    private final Issues issues;
    private final Set<String> listed = new HashSet<>();

    private ManifestCheck(Bundle bundle, Issues issues) {
        this.bundle = bundle;
        this.issues = issues;
    }

    static void run(Bundle bundle, Optional<BundleManifest> manifest, Issues issues) {
        if (bundle.file(Bundle.MANIFEST).isEmpty()) {
            issues.error("manifest_missing", "there is no manifest", Bundle.MANIFEST, REBUILD);
        } else if (manifest.isEmpty()) {
            issues.error("manifest_unreadable", "the manifest is not a JSON object", Bundle.MANIFEST, REBUILD);
        } else {
            new ManifestCheck(bundle, issues).compare(manifest.get());
        }
    }

    private void compare(BundleManifest manifest) {
        var files = manifest.root().path("files");
        files.forEach(this::compare);
        bundle.files().keySet().stream()
                .filter(path -> !path.equals(Bundle.MANIFEST) && !listed.contains(path))
                .forEach(path -> issues.error(
                        "file_not_listed", "the manifest does not know this file", path, "Leave it out, or rebuild."));
        if (manifest.text("entry_point").isEmpty()) {
            issues.error("manifest_incomplete", "the manifest names no entry_point", Bundle.MANIFEST, REBUILD);
        }
        var checksum =
                ContentHash.of(CanonicalJson.bytes(JacksonJson.fromNode(files))).hex();
        if (!manifest.root().path("checksum").asString("").equals(checksum)) {
            issues.error(
                    "manifest_checksum",
                    "the manifest's checksum is not that of its list of files",
                    Bundle.MANIFEST,
                    REBUILD);
        }
    }

    private void compare(JsonNode entry) {
        var path = entry.path("path").asString("");
        listed.add(path);
        var found = bundle.file(path);
        if (found.isEmpty()) {
            issues.error("file_missing", "the manifest lists a file that is not there", path, REBUILD);
            return;
        }
        var file = found.get();
        if (entry.path("size_bytes").asLong(-1) != file.size()) {
            issues.error(
                    "size_differs",
                    "the file has " + file.size() + " bytes, the manifest says "
                            + entry.path("size_bytes").asLong(-1),
                    path,
                    REBUILD);
        } else if (!entry.path("sha256").asString("").equals(file.sha256())) {
            issues.error("hash_differs", "the file is not the one the manifest describes", path, REBUILD);
        }
        var stated = entry.path("media_type").asString("");
        file.kind()
                .filter(kind -> !kind.mediaType().equals(stated))
                .ifPresent(kind -> issues.error(
                        "media_type_differs", "is " + kind.mediaType() + ", not " + stated, path, REBUILD));
    }
}
