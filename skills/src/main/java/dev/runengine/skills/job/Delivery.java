package dev.runengine.skills.job;

import dev.runengine.core.hash.ArtifactAddress;
import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.skills.media.FileFacts;
import dev.runengine.skills.typed.SkillException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;

/** A file that a service has made, known to be what the binding says. */
record Delivery(Path file, FileFacts facts, ArtifactAddress address) {

    static Delivery check(Path file, FileSettings settings) throws SkillException, IOException {
        if (!Files.exists(file)) {
            throw SkillException.broken("the provider's answer has no file where the binding looks for it;"
                    + " correct the binding's file");
        }
        var facts = FileFacts.measure(file);
        var wanted = String.join(" or ", settings.mediaTypes());
        var known = facts.orElseThrow(() -> SkillException.broken(
                "what the provider delivered is no " + wanted + ", nor a whole file of any other known format"));
        if (!settings.mediaTypes().contains(known.mediaType())) {
            throw SkillException.broken("the provider delivered " + known.mediaType() + ", not " + wanted
                    + "; ask it for the right format, or add the type to the binding's file.mediaTypes");
        }
        return new Delivery(file, known, new ArtifactAddress(hash(file)));
    }

    /** What a template is filled in with. */
    JObject document() {
        return facts.measures().with("uri", Json.of(address.uri()));
    }

    private static ContentHash hash(Path file) throws IOException {
        var digest = ContentHash.sha256();
        try (var sink = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            Files.copy(file, sink);
        }
        return ContentHash.ofDigest(digest.digest());
    }
}
