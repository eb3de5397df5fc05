package dev.runengine.core.json;

import dev.runengine.core.json.Json.JArray;
import dev.runengine.core.json.Json.JObject;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The places at which two documents differ, as deep as both have the same kind of value there. Array items are compared
 * by index.
 *
 * @param complete whether these are all; false when the limit was reached
 */
public record JsonDiff(List<Difference> differences, boolean complete) {

    public JsonDiff {
        differences = List.copyOf(differences);
    }

    /** One place; empty where the document has nothing there. */
    public record Difference(JsonPointer at, Optional<Json> before, Optional<Json> after) {}

    /** @param limit how many differences are listed at most */
    public static JsonDiff between(Json before, Json after, int limit) {
        var found = new Search(limit);
        found.compare(JsonPointer.ROOT, Optional.of(before), Optional.of(after));
        return new JsonDiff(found.differences, !found.overflowed);
    }

    public boolean isEmpty() {
        return differences.isEmpty() && complete;
    }

    private static final class Search {
        private final int limit;
        private final List<Difference> differences = new ArrayList<>();
        private boolean overflowed;

        Search(int limit) {
            this.limit = limit;
        }

        void compare(JsonPointer at, Optional<Json> before, Optional<Json> after) {
            if (overflowed || before.equals(after)) {
                return;
            }
            if (before.orElse(Json.NULL) instanceof JObject a && after.orElse(Json.NULL) instanceof JObject b) {
                compareObjects(at, a, b);
            } else if (before.orElse(Json.NULL) instanceof JArray a && after.orElse(Json.NULL) instanceof JArray b) {
                compareArrays(at, a.items(), b.items());
            } else if (differences.size() == limit) {
                overflowed = true;
            } else {
                differences.add(new Difference(at, before, after));
            }
        }

        private void compareObjects(JsonPointer at, JObject before, JObject after) {
            var names = new LinkedHashSet<>(before.members().keySet());
            names.addAll(after.members().keySet());
            for (var name : names) {
                compare(at.append(name), before.get(name), after.get(name));
            }
        }

        private void compareArrays(JsonPointer at, List<Json> before, List<Json> after) {
            for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
                compare(at.append(i), item(before, i), item(after, i));
            }
        }

        private static Optional<Json> item(List<Json> items, int index) {
            return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
        }
    }
}
