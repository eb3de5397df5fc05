package dev.runengine.cli.progress;

import dev.runengine.cli.console.Console;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finished steps scroll up as lines that stay; a small block below them is painted anew.
 *
 * <p>Not the alternate screen: what happened can still be scrolled to and copied afterwards.
 */
final class InlineDisplay implements Display {
    // Terminals that know synchronized output show the block in one go, others ignore the two sequences.
    private static final String BEGIN = "\u001b[?2026h";
    private static final String END = "\u001b[?2026l";
    private static final String ERASE_BELOW = "\r\u001b[J";

    private final Console console;
    private final int columns;
    private final Set<String> scrolled = new HashSet<>();
    private List<String> painted = List.of();
    private boolean stopped;

    InlineDisplay(Console console, int columns) {
        this.console = console;
        this.columns = columns;
    }

    @Override
    public synchronized void show(Snapshot snapshot, Instant now) {
        if (stopped) {
            return;
        }
        var finished = snapshot.steps().stream()
                .filter(ProgressLayout::over)
                .filter(step -> scrolled.add(step.stepId()))
                .map(step -> fitted(ProgressLayout.line(step, now)))
                .toList();
        var block =
                ProgressLayout.block(snapshot, now).stream().map(this::fitted).toList();
        if (!finished.isEmpty() || !block.equals(painted)) {
            paint(finished, block);
        }
    }

    @Override
    public synchronized void stop() {
        if (!stopped) {
            stopped = true;
            paint(List.of(), List.of());
        }
    }

    private void paint(List<String> finished, List<String> block) {
        var text = new StringBuilder(BEGIN);
        if (!painted.isEmpty()) {
            text.append("\u001b[").append(painted.size()).append('A');
        }
        text.append(ERASE_BELOW);
        finished.forEach(line -> text.append(line).append('\n'));
        block.forEach(line -> text.append(line).append('\n'));
        console.err().print(text.append(END));
        console.err().flush();
        painted = block;
    }

    private String fitted(Line line) {
        return line.fitted(columns, console.colour());
    }
}
