package dev.runengine.skills.json;

import org.jspecify.annotations.Nullable;

/**
 * A place inside a JSON value, for walks: a step costs one small object, the text is made only when somebody asks.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6901">RFC 6901, JSON Pointer</a>
 */
public final class JsonPlace {
    public static final JsonPlace ROOT = new JsonPlace(null, "", 0);

    private final @Nullable JsonPlace parent;
    private final String step;
    private final int depth;

    private JsonPlace(@Nullable JsonPlace parent, String step, int depth) {
        this.parent = parent;
        this.step = step;
        this.depth = depth;
    }

    public JsonPlace member(String name) {
        return new JsonPlace(this, name, depth + 1);
    }

    public JsonPlace item(int index) {
        return member(Integer.toString(index));
    }

    /** How many steps from the root. */
    public int depth() {
        return depth;
    }

    /** One step, escaped and with its slash, as it stands in a pointer. */
    public static String pointerStep(String name) {
        return "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /** The RFC 6901 pointer; empty for the root. */
    public String pointer() {
        return parent == null ? "" : parent.pointer() + pointerStep(step);
    }
}
