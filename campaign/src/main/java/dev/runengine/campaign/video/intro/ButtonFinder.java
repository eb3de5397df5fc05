package dev.runengine.campaign.video.intro;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Raster;
import java.awt.Rectangle;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * A quick look for a start button: a wide, centred, evenly coloured area in the lower half. It would rather find none
 * than a wrong one, as all that hangs on it is a pulse.
 */
public final class ButtonFinder {
    private static final int COLUMNS = 120;
    /** Neighbouring cells of one area differ less, in OKLab. */
    private static final double SAME_COLOUR = 0.035;

    private static final double MIN_FILL = 0.6;

    private final OkLab[] cells;
    private final boolean[] seen;
    private final int rows;
    private final int cellSize;

    private ButtonFinder(BufferedImage card) {
        this.cellSize = Math.max(1, card.getWidth() / COLUMNS);
        this.rows = card.getHeight() / cellSize;
        this.cells = new OkLab[columns(card) * rows];
        this.seen = new boolean[cells.length];
        var pixels = Raster.pixels(card);
        for (int i = 0; i < cells.length; i++) {
            int x = i % columns(card) * cellSize + cellSize / 2;
            int y = i / columns(card) * cellSize + cellSize / 2;
            cells[i] = OkLab.of(new Rgb(pixels[y * card.getWidth() + x]));
        }
    }

    /** @param card TYPE_INT_RGB */
    public static Optional<Rectangle2D> find(BufferedImage card) {
        return new ButtonFinder(card).find(columns(card));
    }

    private static int columns(BufferedImage card) {
        return card.getWidth() / Math.max(1, card.getWidth() / COLUMNS);
    }

    private Optional<Rectangle2D> find(int columns) {
        var best = Optional.<Rectangle>empty();
        for (int i = rows / 2 * columns; i < cells.length; i++) {
            if (!seen[i]) {
                var area = new Area();
                area.grow(i, columns);
                if (area.looksLikeAButton(columns)
                        && best.map(b -> b.width * b.height < area.size()).orElse(true)) {
                    best = Optional.of(area.box());
                }
            }
        }
        return best.map(box -> new Rectangle2D.Double(
                box.x * cellSize, box.y * cellSize, box.width * cellSize, box.height * cellSize));
    }

    /** Connected cells of slowly changing colour. */
    private final class Area {
        private int left = Integer.MAX_VALUE;
        private int right = -1;
        private int top = Integer.MAX_VALUE;
        private int bottom = -1;
        private int count;

        void grow(int start, int columns) {
            var open = new ArrayDeque<Integer>();
            seen[start] = true;
            open.add(start);
            while (!open.isEmpty()) {
                int cell = open.remove();
                int x = cell % columns;
                int y = cell / columns;
                add(x, y);
                visit(open, cell, x > 0, cell - 1);
                visit(open, cell, x < columns - 1, cell + 1);
                visit(open, cell, y > rows / 2, cell - columns);
                visit(open, cell, y < rows - 1, cell + columns);
            }
        }

        private void visit(ArrayDeque<Integer> open, int from, boolean exists, int to) {
            if (exists && !seen[to] && cells[from].distance(cells[to]) < SAME_COLOUR) {
                seen[to] = true;
                open.add(to);
            }
        }

        private void add(int x, int y) {
            left = Math.min(left, x);
            right = Math.max(right, x);
            top = Math.min(top, y);
            bottom = Math.max(bottom, y);
            count++;
        }

        Rectangle box() {
            return new Rectangle(left, top, right - left + 1, bottom - top + 1);
        }

        int size() {
            return box().width * box().height;
        }

        boolean looksLikeAButton(int columns) {
            var box = box();
            double width = box.width / (double) columns;
            double shape = box.width / (double) box.height;
            double offCentre = Math.abs(box.getCenterX() / columns - 0.5);
            return width > 0.25
                    && width < 0.85
                    && shape > 2
                    && shape < 7
                    && offCentre < 0.06
                    && bottom < rows - 1
                    && top > rows / 2
                    && count > MIN_FILL * size();
        }
    }
}
