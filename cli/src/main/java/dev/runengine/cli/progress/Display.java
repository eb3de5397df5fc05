package dev.runengine.cli.progress;

import dev.runengine.cli.console.Console;
import java.time.Instant;

/** Shows the states of a run one after the other. Safe for use by a thread that shows and one that stops it. */
interface Display {
    void show(Snapshot snapshot, Instant now);

    /** Leaves the cursor on a fresh line; nothing is shown from then on. */
    void stop();

    static Display on(Console console) {
        return console.columns().isPresent()
                ? new InlineDisplay(console, console.columns().getAsInt())
                : new LineDisplay(console);
    }
}
