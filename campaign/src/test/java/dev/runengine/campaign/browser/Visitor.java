package dev.runengine.campaign.browser;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A person before a page that tells under ?qa=1 what to do next; real events of one kind of input, never scripted clicks. */
public final class Visitor {
    public enum Means {
        FINGER,
        MOUSE,
        KEYBOARD
    }

    private enum Key {
        TAB("Tab", 9, ""),
        ENTER("Enter", 13, "\r"),
        LEFT("ArrowLeft", 37, ""),
        RIGHT("ArrowRight", 39, "");

        private final String name;
        private final int code;
        private final String text;

        Key(String name, int code, String text) {
            this.name = name;
            this.code = code;
            this.text = text;
        }
    }

    /** More presses of Tab than there are buttons on any screen. */
    private static final int MOST_TABS = 60;

    private final Browser browser;
    private final Means means;

    /** Holds from the next page opened on. */
    public Visitor(Browser browser, Means means, int width, int height) throws Exception {
        this.browser = browser;
        this.means = means;
        browser.show(new Screen(width, height, means == Means.FINGER));
    }

    public void wantsMotion(boolean wanted) throws Exception {
        var feature = object().put("name", "prefers-reduced-motion").put("value", wanted ? "" : "reduce");
        var params = object();
        params.putArray("features").add(feature);
        browser.command("Emulation.setEmulatedMedia", params);
    }

    /** Does what the page says is next, once. */
    public void act() throws Exception {
        var hint = browser.evaluate("__qa.hint(false)");
        if (hint.has("tap")) {
            tap(point(hint.get("tap")));
        } else if (hint.has("drag")) {
            drag(hint.get("drag"));
        } else if (hint.has("move")) {
            move(point(hint.get("move")));
        } else {
            release();
            browser.evaluate("new Promise(done => setTimeout(done, 20))");
        }
    }

    private void tap(Point point) throws Exception {
        switch (means) {
            case FINGER, MOUSE -> browser.tap(point);
            case KEYBOARD ->
                pressFocused("document.elementFromPoint(%s, %s)?.closest('button')".formatted(point.x(), point.y()));
        }
    }

    /** Who cannot drag has a button that does the same. */
    private void drag(JsonNode way) throws Exception {
        switch (means) {
            case FINGER, MOUSE -> {
                var points = new ArrayList<Point>();
                way.forEach(each -> points.add(point(each)));
                browser.drag(List.copyOf(points));
            }
            case KEYBOARD -> pressFocused("document.querySelector('#controls button')");
        }
    }

    private void move(Point point) throws Exception {
        switch (means) {
            case FINGER, MOUSE -> browser.follow(point);
            case KEYBOARD -> steer(point);
        }
    }

    private void steer(Point point) throws Exception {
        var ahead = browser.evaluate("""
                (() => { const box = document.querySelector('.basket').getBoundingClientRect();
                  return (%s - box.x - box.width / 2) / box.width; })()""".formatted(point.x()));
        key(Key.LEFT, ahead.doubleValue() < -0.25);
        key(Key.RIGHT, ahead.doubleValue() > 0.25);
    }

    private void release() throws Exception {
        if (means == Means.KEYBOARD) {
            key(Key.LEFT, false);
            key(Key.RIGHT, false);
        }
    }

    private void pressFocused(String element) throws Exception {
        for (int i = 0; i < MOST_TABS; i++) {
            if (browser.evaluate("(wanted => !wanted || wanted === document.activeElement)(" + element + ")")
                    .booleanValue()) {
                stroke(Key.ENTER);
                return;
            }
            stroke(Key.TAB);
        }
        throw new AssertionError("no key leads to " + element);
    }

    private void stroke(Key key) throws Exception {
        key(key, true);
        key(key, false);
    }

    private void key(Key key, boolean down) throws Exception {
        var params = object().put("type", down ? "keyDown" : "keyUp")
                .put("key", key.name)
                .put("code", key.name)
                .put("windowsVirtualKeyCode", key.code);
        browser.command("Input.dispatchKeyEvent", down && !key.text.isEmpty() ? params.put("text", key.text) : params);
    }

    private static Point point(JsonNode node) {
        return new Point(node.path("x").doubleValue(), node.path("y").doubleValue());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
