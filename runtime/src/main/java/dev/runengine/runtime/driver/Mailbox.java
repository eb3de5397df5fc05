package dev.runengine.runtime.driver;

import dev.runengine.core.run.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;

/** Where a driver hears of what happened: from executions, timers and its worker, who write from any thread. */
final class Mailbox {
    private final LinkedBlockingQueue<RunEvent> events = new LinkedBlockingQueue<>();
    private volatile boolean handOverAsked;

    void add(RunEvent event) {
        events.add(event);
    }

    /** @param waking any event: whoever reads it looks first whether the run is to be handed over */
    void askForHandOver(RunEvent waking) {
        handOverAsked = true;
        events.add(waking);
    }

    boolean handOverAsked() {
        return handOverAsked;
    }

    /** Blocks until there is at least one, then takes all there are. */
    List<RunEvent> take() throws InterruptedException {
        var taken = new ArrayList<RunEvent>();
        taken.add(events.take());
        events.drainTo(taken);
        return taken;
    }
}
