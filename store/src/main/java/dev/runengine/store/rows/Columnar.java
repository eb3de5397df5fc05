package dev.runengine.store.rows;

import dev.runengine.core.hash.ContentHash;
import dev.runengine.core.json.CanonicalJson;
import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import dev.runengine.core.json.JsonReader;
import dev.runengine.core.skill.Artifact;
import dev.runengine.core.skill.SkillFailure.Problem;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Values of the engine as columns hold them: hashes as 32 bytes, JSON as canonical text. */
public final class Columnar {
    private Columnar() {}

    public static byte[] bytes(ContentHash hash) {
        return HexFormat.of().parseHex(hash.hex());
    }

    public static ContentHash hash(byte[] bytes) {
        return ContentHash.ofDigest(bytes);
    }

    public static String text(Json value) {
        return CanonicalJson.text(value);
    }

    public static Json json(String text) {
        return JsonReader.parse(text);
    }

    /** PostgreSQL's literal of an array, for columns that hold arrays within an array of rows. */
    public static String uuidArray(List<Artifact> artifacts) {
        return artifacts.stream().map(a -> a.id().toString()).collect(Collectors.joining(",", "{", "}"));
    }

    public static String problems(List<Problem> problems) {
        return text(new JArray(problems.stream()
                .<Json>map(p -> Json.object("pointer", Json.of(p.pointer()), "detail", Json.of(p.detail())))
                .toList()));
    }

    public static List<Problem> problems(String text) {
        return ((JArray) json(text))
                .items().stream()
                        .map(item -> (JObject) item)
                        .map(o -> new Problem(string(o, "pointer"), string(o, "detail")))
                        .toList();
    }

    private static String string(JObject object, String name) {
        return object.get(name).orElseThrow() instanceof JString(String value) ? value : "";
    }
}
