package dev.runengine.runtime.cache;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.JsonLimits;
import dev.runengine.core.json.JsonMembers;
import dev.runengine.core.json.JsonPointer;
import dev.runengine.core.json.JsonRead;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.reuse.CacheAnswer.EntryRef;
import dev.runengine.core.reuse.CacheAnswer.Hit;
import dev.runengine.core.reuse.Execution;
import dev.runengine.core.reuse.Verdict;
import dev.runengine.core.selector.StepOutput;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.Usage;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.zip.CRC32C;

/**
 * Results as bytes: a format number, a checksum of the rest, and JSON that names the key it belongs to. A hot tier is not
 * trusted to give back what it was given under that name, so whatever is not exactly such a value is no value.
 */
final class HotValues {
    private static final byte FORMAT = 2;
    private static final int HEADER = 1 + Integer.BYTES;
    /** The data stands one level deeper than in the skill's output, which may be as deep as JSON may be. */
    private static final JsonLimits LIMITS = new JsonLimits(JsonLimits.DEFAULT.maxDepth() + 1, Integer.MAX_VALUE);

    private static final Set<String> MEMBERS = Set.of("key", "entry", "generation", "madeBy", "data", "artifacts");
    private static final Set<String> EXECUTION = Set.of("runId", "durationMs", "costMicros", "tokens");
    private static final Set<String> ARTIFACT = Set.of("id", "hash", "size", "mediaType", "filename");

    private HotValues() {}

    static byte[] write(String key, Hit hit) {
        var json = CanonicalJson.bytes(Json.object()
                .with("key", Json.of(key))
                .with("entry", Json.of(Long.toString(hit.entry().id())))
                .with("generation", Json.of(hit.entry().generation()))
                .with("madeBy", execution(hit.madeBy()))
                .with("data", hit.output().data())
                .with("artifacts", artifacts(hit.output().artifacts())));
        return ByteBuffer.allocate(HEADER + json.length)
                .put(FORMAT)
                .putInt(checksum(json))
                .put(json)
                .array();
    }

    /** Empty for what was not written by this version for this key, or has changed since. */
    static Optional<Hit> read(String key, byte[] value) {
        if (value.length <= HEADER || value[0] != FORMAT) {
            return Optional.empty();
        }
        var json = Arrays.copyOfRange(value, HEADER, value.length);
        if (ByteBuffer.wrap(value, 1, Integer.BYTES).getInt() != checksum(json)) {
            return Optional.empty();
        }
        return switch (JsonReader.read(json, LIMITS)) {
            case JsonRead.Parsed(var document) -> hit(key, document);
            case JsonRead.Refused _ -> Optional.empty();
        };
    }

    private static Optional<Hit> hit(String key, Json document) {
        try {
            var members = JsonMembers.of(document, JsonPointer.ROOT, MEMBERS);
            if (!members.text("key").equals(key)) {
                return Optional.empty();
            }
            var entry = new EntryRef(
                    Long.parseLong(members.text("entry")),
                    members.optionalInteger("generation").orElseThrow());
            var output = new StepOutput(members.required("data"), members.list("artifacts", HotValues::artifact));
            var madeBy = execution(members.required("madeBy"), JsonPointer.of("madeBy"));
            return Optional.of(new Hit(Verdict.HIT_HOT, entry, output, madeBy));
        } catch (RuntimeException e) {
            return Optional.empty(); // a value with a right checksum that another program made
        }
    }

    private static Json execution(Execution made) {
        return new JObject(Map.of(
                "runId", Json.of(made.runId().toString()),
                "durationMs", Json.of(made.durationMs()),
                "costMicros", Json.of(made.usage().costMicros()),
                "tokens", Json.of(made.usage().tokens())));
    }

    private static Execution execution(Json item, JsonPointer at) {
        var members = JsonMembers.of(item, at, EXECUTION);
        return new Execution(
                UUID.fromString(members.text("runId")),
                number(members, "durationMs"),
                new Usage(number(members, "costMicros"), number(members, "tokens")));
    }

    private static long number(JsonMembers members, String name) {
        return (long) ((JNumber) members.required(name)).value();
    }

    private static Json artifacts(List<Artifact> artifacts) {
        return new JArray(artifacts.stream()
                .<Json>map(artifact -> new JObject(Map.of(
                        "id", Json.of(artifact.id().toString()),
                        "hash", Json.of(artifact.hash().hex()),
                        "size", Json.of(artifact.sizeBytes()),
                        "mediaType", Json.of(artifact.mediaType()),
                        "filename", Json.of(artifact.filename()))))
                .toList());
    }

    private static Artifact artifact(Json item, JsonPointer at) {
        var members = JsonMembers.of(item, at, ARTIFACT);
        return new Artifact(
                UUID.fromString(members.text("id")),
                new ContentHash(members.text("hash")),
                number(members, "size"),
                members.text("mediaType"),
                members.text("filename"));
    }

    private static int checksum(byte[] bytes) {
        var crc = new CRC32C();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}
