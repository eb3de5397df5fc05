package dev.runengine.cli.json;

import dev.runengine.cli.console.Console;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** A trigger payload from a file that holds either the whole payload or only the brief. */
public final class Brief {
    /** Members that only a whole payload has. */
    private static final List<String> PAYLOAD_MEMBERS = List.of("campaignId", "campaign_id", "brief", "base_run_id");

    private static final int LONGEST_ID = 64;

    private Brief() {}

    /** @param file a path, or {@code -} for standard input */
    public static JsonNode triggerPayload(String file, Console console) {
        return triggerPayload(JsonFiles.read(file, console), campaignId(file));
    }

    static JsonNode triggerPayload(JsonNode content, String campaignId) {
        if (content.isObject() && PAYLOAD_MEMBERS.stream().anyMatch(content::has)) {
            return content;
        }
        var payload = JsonNodeFactory.instance.objectNode();
        payload.put("campaignId", campaignId);
        payload.set("brief", content);
        return payload;
    }

    /** Such as {@code summer-sale} for {@code briefs/Summer Sale.json}. */
    static String campaignId(String file) {
        var name = file.equals(JsonFiles.STANDARD_INPUT)
                ? ""
                : String.valueOf(Path.of(file).getFileName());
        var slug = name.replaceFirst("\\.[^.]*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        return slug.isEmpty() ? "campaign" : slug.substring(0, Math.min(slug.length(), LONGEST_ID));
    }
}
