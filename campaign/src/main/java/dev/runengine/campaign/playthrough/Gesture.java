package dev.runengine.campaign.playthrough;

import dev.runengine.campaign.browser.Browser;
import dev.runengine.campaign.browser.BrowserException;
import dev.runengine.campaign.browser.Point;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a game's {@code __qa.hint()} says a player would do next. */
sealed interface Gesture {
    record Tap(Point at) implements Gesture {}

    record Drag(List<Point> way) implements Gesture {}

    record Follow(Point to) implements Gesture {}

    record Wait() implements Gesture {}

    int MOST_POINTS = 200;

    /** Whatever makes no sense is a wait: the play then does not end, and that is reported. */
    static Gesture of(JsonNode hint) {
        if (hint.has("tap")) {
            return point(hint.get("tap")).<Gesture>map(Tap::new).orElseGet(Wait::new);
        }
        if (hint.has("move")) {
            return point(hint.get("move")).<Gesture>map(Follow::new).orElseGet(Wait::new);
        }
        var way = new ArrayList<Point>();
        hint.path("drag").forEach(place -> point(place).ifPresent(way::add));
        return way.isEmpty() || way.size() > MOST_POINTS ? new Wait() : new Drag(List.copyOf(way));
    }

    default void make(Browser browser) throws BrowserException, InterruptedException {
        switch (this) {
            case Tap(var at) -> browser.tap(at);
            case Drag(var way) -> browser.drag(way);
            case Follow(var to) -> browser.follow(to);
            case Wait _ -> {} // the next question is asked one frame later
        }
    }

    private static Optional<Point> point(JsonNode place) {
        return place.path("x").isNumber() && place.path("y").isNumber()
                ? Optional.of(
                        new Point(place.get("x").doubleValue(), place.get("y").doubleValue()))
                : Optional.empty();
    }
}
