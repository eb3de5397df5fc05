package dev.runengine.core.json;

import dev.runengine.core.json.JsonPath.Segment;
import java.util.ArrayList;

/** Reads one {@link JsonPath}: names joined by dots, each followed by any number of {@code [n]}. */
final class JsonPathParser {
    private static final int MAX_INDEX_DIGITS = 9;

    private final String text;
    private final ArrayList<Segment> segments = new ArrayList<>();
    private int at;

    JsonPathParser(String text) {
        this.text = text;
    }

    JsonPath parse() {
        while (at < text.length()) {
            if (text.charAt(at) == '[') {
                index();
            } else {
                separator();
                name();
            }
        }
        return new JsonPath(segments);
    }

    private void separator() {
        if (segments.isEmpty()) {
            return;
        }
        if (text.charAt(at) != '.') {
            throw refusal("expected . or [");
        }
        at++;
    }

    private void name() {
        int start = at;
        while (at < text.length() && ".[]".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        if (start == at) {
            throw refusal("expected a name");
        }
        segments.add(new Segment.Name(text.substring(start, at)));
    }

    private void index() {
        int start = ++at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (start == at || at - start > MAX_INDEX_DIGITS || at == text.length() || text.charAt(at) != ']') {
            throw refusal("expected an index such as [0]");
        }
        segments.add(new Segment.Index(Integer.parseInt(text, start, at, 10)));
        at++;
    }

    private IllegalArgumentException refusal(String expectation) {
        return new IllegalArgumentException(
                "path \"" + text + "\": " + expectation + " at character " + (at + 1) + "; a path looks like a.b[0].c");
    }
}
