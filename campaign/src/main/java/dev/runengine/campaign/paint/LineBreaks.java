package dev.runengine.campaign.paint;

import java.util.ArrayList;
import java.util.List;

/** The ways to break a text into lines of about equal width, one way per number of lines. */
final class LineBreaks {
    /** A word longer than this may be broken inside, as may scripts without spaces. */
    private static final int LONGEST_WORD = 16;

    private final List<String> words;
    private final double[] widths;
    private final double space;

    private LineBreaks(List<String> words, Typeface face) {
        this.words = words;
        this.widths =
                words.stream().mapToDouble(word -> face.inkBox(word).getWidth()).toArray();
        this.space = face.inkBox("n n").getWidth() - face.inkBox("nn").getWidth();
    }

    static List<List<String>> candidates(String text, Typeface face, int maxLines) {
        var words = words(text);
        var breaks = new LineBreaks(words, face);
        var candidates = new ArrayList<List<String>>();
        for (int count = 1; count <= Math.min(maxLines, words.size()); count++) {
            candidates.add(breaks.balanced(count));
        }
        return candidates;
    }

    private static List<String> words(String text) {
        var words = new ArrayList<String>();
        for (var word : text.strip().split("\\s+")) {
            int[] codePoints = word.codePoints().toArray();
            for (int from = 0; from < codePoints.length; from += LONGEST_WORD) {
                words.add(new String(codePoints, from, Math.min(LONGEST_WORD, codePoints.length - from)));
            }
        }
        return words;
    }

    /** The narrowest width that still gives no more than {@code count} lines, found by halving. */
    private List<String> balanced(int count) {
        double low = 0;
        double high = 0;
        for (double width : widths) {
            low = Math.max(low, width);
            high += width + space;
        }
        for (int i = 0; i < 20; i++) {
            double middle = (low + high) / 2;
            if (filled(middle).size() <= count) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return filled(high);
    }

    private List<String> filled(double width) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        double used = 0;
        for (int i = 0; i < widths.length; i++) {
            if (!line.isEmpty() && used + space + widths[i] > width) {
                lines.add(line.toString());
                line.setLength(0);
                used = 0;
            }
            if (!line.isEmpty()) {
                line.append(' ');
                used += space;
            }
            line.append(words.get(i));
            used += widths[i];
        }
        lines.add(line.toString());
        return lines;
    }
}
