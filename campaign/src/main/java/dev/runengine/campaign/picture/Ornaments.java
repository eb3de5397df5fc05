package dev.runengine.campaign.picture;

import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Relief;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Motifs floating round the hero, never over text or button, never over each other. */
final class Ornaments {
    private static final int TRIES_PER_MOTIF = 12;

    private Ornaments() {}

    static void paint(Stage stage, Layout layout, int count) {
        var random = stage.random("ornaments");
        var palette = stage.palette();
        var colours = List.of(
                palette.accent(),
                Palette.lighter(palette.accent(), 0.5),
                palette.secondary(),
                Palette.lighter(palette.primary(), 0.45));
        var taken = new ArrayList<Rectangle2D>(
                List.of(layout.title(), layout.subtext(), grown(layout.button(), 0.04 * stage.unit())));
        int placed = 0;
        for (int attempt = 0; attempt < count * TRIES_PER_MOTIF && placed < count; attempt++) {
            double radius = stage.unit() * random.between(0.022, 0.062);
            var pose = new Pose(
                    random.nextDouble() * stage.width(),
                    random.between(0.02, 0.98) * stage.height(),
                    radius,
                    random.between(-0.5, 0.5));
            var space = new Rectangle2D.Double(
                    pose.x() - radius * 1.2, pose.y() - radius * 1.2, radius * 2.4, radius * 2.4);
            var colour = random.pick(colours);
            if (isFree(space, taken) && isBesideHero(pose, layout)) {
                Relief.motif(stage.canvas(), stage.motif(placed), pose, colour);
                taken.add(space);
                placed++;
            }
        }
    }

    private static boolean isFree(Rectangle2D space, List<Rectangle2D> taken) {
        return taken.stream().noneMatch(space::intersects);
    }

    private static boolean isBesideHero(Pose pose, Layout layout) {
        double dx = pose.x() - layout.heroX();
        double dy = pose.y() - layout.heroY();
        return Math.sqrt(dx * dx + dy * dy) > layout.heroRadius() + pose.scale();
    }

    private static Rectangle2D grown(Rectangle2D box, double by) {
        return new Rectangle2D.Double(
                box.getX() - by, box.getY() - by, box.getWidth() + 2 * by, box.getHeight() + 2 * by);
    }
}
