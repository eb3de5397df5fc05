package dev.runengine.app.crash;

import dev.runengine.core.json.Json;
import dev.runengine.core.json.Json.JNumber;
import dev.runengine.core.json.Json.JObject;
import dev.runengine.core.json.Json.JString;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a skill is asked for. @param run the name that the test gave it */
record Work(String run, String step, long ms) {

    /** @throws IllegalArgumentException when a step before it gave something else than it should have */
    static Work of(Json input) {
        var members = ((JObject) input).members();
        var work = new Work(text(members.get("run")), text(members.get("step")), number(members.get("ms")));
        for (var before : Campaign.DEPENDENCIES.getOrDefault(work.step, List.of())) {
            var given = text(members.get(before));
            if (!given.equals(Campaign.product(work.run, before))) {
                throw new IllegalArgumentException(work + " was given " + given + " by " + before);
            }
        }
        return work;
    }

    Json product() {
        return Json.object("made", Json.of(Campaign.product(run, step)));
    }

    private static String text(@Nullable Json value) {
        return value instanceof JString(var text) ? text : String.valueOf(value);
    }

    private static long number(@Nullable Json value) {
        return value instanceof JNumber(var number) ? (long) number : 0;
    }
}
