package dev.runengine.campaign.paint;

import java.text.Bidi;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A piece of a line in one writing direction, its characters in reading order.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/">Unicode Bidirectional Algorithm, UAX 9</a>
 */
record DirectionRun(String text, boolean rightToLeft) {
    /** From left to right as they stand on the line. */
    static List<DirectionRun> inVisualOrder(String line) {
        if (!Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
            return List.of(new DirectionRun(line, false));
        }
        var bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        var runs = new DirectionRun[bidi.getRunCount()];
        var levels = new byte[runs.length];
        for (int i = 0; i < runs.length; i++) {
            levels[i] = (byte) bidi.getRunLevel(i);
            runs[i] = new DirectionRun(
                    line.substring(bidi.getRunStart(i), bidi.getRunLimit(i)), bidi.getRunLevel(i) % 2 == 1);
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        return IntStream.range(0, runs.length).mapToObj(i -> runs[i]).toList();
    }
}
