package dev.runengine.campaign.browser;

import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Moves a mouse or a finger; the page cannot tell it from a person's. */
final class Hand {
    /** Sends one command to the page. */
    @FunctionalInterface
    interface Commands {
        void send(String method, ObjectNode params) throws BrowserException, InterruptedException;
    }

    private final Commands page;
    private final boolean touch;
    private boolean down;

    Hand(Commands page, boolean touch) {
        this.page = page;
        this.touch = touch;
    }

    void tap(Point point) throws BrowserException, InterruptedException {
        press(point);
        lift(point);
    }

    void drag(List<Point> way) throws BrowserException, InterruptedException {
        press(way.getFirst());
        for (var point : way) {
            move(point);
        }
        lift(way.getLast());
    }

    /** A mouse hovers; a finger stays on the screen until the next gesture. */
    void follow(Point point) throws BrowserException, InterruptedException {
        if (touch && !down) {
            press(point);
        }
        move(point);
    }

    private void press(Point point) throws BrowserException, InterruptedException {
        if (down) {
            lift(point);
        }
        if (touch) {
            touch("touchStart", point);
        } else {
            mouse("mouseMoved", point);
            mouse("mousePressed", point);
        }
        down = true;
    }

    private void move(Point point) throws BrowserException, InterruptedException {
        if (touch) {
            touch("touchMove", point);
        } else {
            mouse("mouseMoved", point);
        }
    }

    private void lift(Point point) throws BrowserException, InterruptedException {
        if (touch) {
            touch("touchEnd");
        } else {
            mouse("mouseReleased", point);
        }
        down = false;
    }

    private void mouse(String type, Point point) throws BrowserException, InterruptedException {
        boolean button = down || !type.equals("mouseMoved");
        var params = JsonNodeFactory.instance.objectNode();
        params.put("type", type).put("x", point.x()).put("y", point.y()).put("clickCount", button ? 1 : 0);
        params.put("button", button ? "left" : "none").put("buttons", button && !type.equals("mouseReleased") ? 1 : 0);
        page.send("Input.dispatchMouseEvent", params);
    }

    private void touch(String type, Point... points) throws BrowserException, InterruptedException {
        var params = JsonNodeFactory.instance.objectNode().put("type", type);
        var touches = params.putArray("touchPoints");
        for (var point : points) {
            touches.addObject().put("x", point.x()).put("y", point.y());
        }
        page.send("Input.dispatchTouchEvent", params);
    }
}
