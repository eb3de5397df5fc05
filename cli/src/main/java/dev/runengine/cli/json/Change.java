package dev.runengine.cli.json;

import dev.runengine.cli.console.Console;
import dev.runengine.cli.failure.CommandFailure;
import dev.runengine.cli.failure.ExitCode;
import dev.runengine.client.wire.ChangeRequestBody;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** A change request from a file: {@code {type, payload?}}, or the same as {@code changeRequest}. */
public final class Change {
    private static final Set<String> MEMBERS = Set.of("type", "payload");

    private Change() {}

    /** @param file a path, or {@code -} for standard input */
    public static ChangeRequestBody request(String file, Console console) {
        return request(JsonFiles.read(file, console), file);
    }

    static ChangeRequestBody request(JsonNode content, String name) {
        var request = content.path("changeRequest").isObject() ? content.path("changeRequest") : content;
        var type = request.path("type");
        if (!type.isString()) {
            throw refusal(name + " has no \"type\" that is a text");
        }
        // A misspelt member would be a change that silently does nothing.
        var unknown = new TreeSet<>(request.propertyNames());
        unknown.removeAll(MEMBERS);
        if (!unknown.isEmpty()) {
            throw refusal(name + " has members that a change request has not: " + String.join(", ", unknown));
        }
        return new ChangeRequestBody(type.stringValue(), Optional.ofNullable(request.get("payload")));
    }

    private static CommandFailure refusal(String detail) {
        return new CommandFailure(
                ExitCode.USAGE,
                "Not a change request",
                detail,
                "write {\"type\": \"audio.update\", \"payload\": {\"audioStyle\": \"epic\"}}");
    }
}
