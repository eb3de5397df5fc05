package dev.runengine.cli.progress;

import dev.runengine.cli.console.Console;
import dev.runengine.client.wire.StepView;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One line for each change, for files, pipes and terminals that cannot move the cursor. */
final class LineDisplay implements Display {
    private final Console console;
    private final Map<String, String> shown = new HashMap<>();
    private boolean stopped;

    LineDisplay(Console console) {
        this.console = console;
    }

    @Override
    public synchronized void show(Snapshot snapshot, Instant now) {
        if (!stopped) {
            snapshot.steps().stream()
                    .filter(this::changed)
                    .forEach(step -> console.say(ProgressLayout.line(step, now).plain()));
        }
    }

    @Override
    public synchronized void stop() {
        stopped = true;
    }

    private boolean changed(StepView step) {
        var state = step.status() + " " + step.attempt();
        var before = shown.put(step.stepId(), state);
        return !state.equals(before) && !(before == null && step.status().equals("pending"));
    }
}
