package dev.runengine.campaign.vision;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.picture.scenery.Scene;
import dev.runengine.campaign.picture.stage.Stage;
import dev.runengine.campaign.random.SplitMix;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;

/** Pictures with buttons, and without, as other people draw them: seeded, every one another style. */
final class ForeignPictures {
    private static final List<String> LABELS =
            List.of("Play", "START", "Tap to start", "GO!", "Jetzt spielen", "Play now", "Begin", "Jugar");

    enum Face {
        FLAT,
        GRADIENT,
        OUTLINED,
        GHOST,
        GLOSSY
    }

    record Sample(BufferedImage image, Optional<Box> button, String description) {}

    private ForeignPictures() {}

    static Sample withButton(long seed, int width) {
        var random = new SplitMix(seed * 7919 + 13);
        int height = (int) (width * random.pick(List.of(16 / 9.0, 4 / 3.0, 1.0, 2.1, 0.6)));
        try (var canvas = Canvas.opaque(width, height)) {
            boolean calm = background(canvas, random, seed);
            double unit = Math.min(width, height);
            double buttonWidth = unit * random.between(0.34, 0.68);
            double buttonHeight = buttonWidth * random.between(0.2, 0.4);
            double x = width * random.between(0.38, 0.62);
            double y = Math.min(height * random.between(0.6, 0.9), height - buttonHeight * 0.75);
            var box = new Rectangle2D.Double(
                    Math.rint(x - buttonWidth / 2),
                    Math.rint(y - buttonHeight / 2),
                    Math.rint(buttonWidth),
                    Math.rint(buttonHeight));
            var drawn = Face.values()[random.nextInt(Face.values().length)];
            // Nobody who wants it seen puts a bare outline on a busy ground.
            var face = drawn == Face.GHOST && !calm ? Face.OUTLINED : drawn;
            var truth = button(canvas, random, box, face);
            return new Sample(canvas.image(), Optional.of(truth), face + " seed " + seed);
        }
    }

    static Sample withoutButton(long seed, int width) {
        var random = new SplitMix(seed * 104729 + 7);
        int height = (int) (width * random.pick(List.of(16 / 9.0, 1.0)));
        try (var canvas = Canvas.opaque(width, height)) {
            background(canvas, random, seed);
            for (int i = 0; i < 12; i++) {
                var pose = new Pose(
                        random.nextDouble() * width,
                        random.nextDouble() * height,
                        width * random.between(0.03, 0.14),
                        random.between(0, 6));
                canvas.fill(pose.place(random.pick(List.of(Motif.values())).shape(1)), color(random));
            }
            var room = new Rectangle2D.Double(width * 0.08, height * 0.06, width * 0.84, height * 0.2);
            canvas.fill(
                    TextBlock.fit("Win a trip", Typeface.TITLE, room, width * 0.15, 2)
                            .shape(),
                    color(random));
            return new Sample(canvas.image(), Optional.empty(), "bare seed " + seed);
        }
    }

    /** Whether it is of one colour or one gradient. */
    private static boolean background(Canvas canvas, SplitMix random, long seed) {
        double width = canvas.width();
        double height = canvas.height();
        int kind = random.nextInt(4);
        switch (kind) {
            case 0 -> canvas.fill(new Rectangle2D.Double(0, 0, width, height), color(random));
            case 1 ->
                canvas.fill(
                        new Rectangle2D.Double(0, 0, width, height),
                        Ramp.of(color(random), color(random)).linear(0, 0, width * random.nextDouble(), height));
            default -> {
                var scene = Scene.values()[random.nextInt(Scene.values().length)];
                scene.paint(
                        new Stage(canvas, scene.palette(), List.of(Motif.STAR), Math.min(width, height * 0.6), seed),
                        width / 2,
                        height * 0.45);
            }
        }
        if (random.chance(0.5)) {
            for (int i = 0; i < 10; i++) {
                double size = width * random.between(0.02, 0.1);
                canvas.fill(
                        new Ellipse2D.Double(
                                random.nextDouble() * width, random.nextDouble() * height * 0.55, size, size),
                        color(random));
            }
        }
        return kind < 2;
    }

    /** Draws it and says where: rims belong to it, shadows do not. */
    private static Box button(Canvas canvas, SplitMix random, Rectangle2D box, Face face) {
        double height = box.getHeight();
        double arc = height * random.pick(List.of(0.0, 0.25, 0.5, 1.0));
        var shape = new RoundRectangle2D.Double(box.getX(), box.getY(), box.getWidth(), height, arc, arc);
        var behind = new Rgb(canvas.image().getRGB((int) box.getCenterX(), (int) box.getCenterY()));
        var colour = distinct(random, behind);
        var ink = colour.readableText();
        if (random.chance(0.5) && face != Face.GHOST) {
            canvas.shadow(shape, height * 0.08, height * 0.08, Rgb.BLACK, 0.5);
        }
        double rim = 0;
        switch (face) {
            case FLAT -> canvas.fill(shape, colour);
            case GRADIENT ->
                canvas.fill(
                        shape,
                        Ramp.of(colour.mix(Rgb.WHITE, 0.35), colour.mix(Rgb.BLACK, 0.1))
                                .vertical(box.getMinY(), box.getMaxY()));
            case OUTLINED -> {
                rim = Math.rint(height * 0.05);
                canvas.fill(shape, colour);
                canvas.stroke(shape, rim * 2, Canvas.ink(colour.luminance() > 0.4 ? Rgb.BLACK : Rgb.WHITE, 1));
                canvas.fill(shape, colour);
            }
            case GHOST -> {
                ink = behind.luminance() > 0.35 ? Rgb.BLACK : Rgb.WHITE;
                rim = Math.max(1, Math.rint(height * 0.04));
                canvas.stroke(shape, rim * 2, Canvas.ink(ink, 1));
            }
            case GLOSSY -> {
                canvas.fill(shape, colour);
                canvas.fill(
                        new RoundRectangle2D.Double(
                                box.getX() + height * 0.1,
                                box.getY() + height * 0.08,
                                box.getWidth() - height * 0.2,
                                height * 0.4,
                                arc * 0.4,
                                arc * 0.4),
                        Rgb.WHITE,
                        0.2);
            }
        }
        canvas.fill(label(random, box), ink);
        return new Box((int) (box.getX() - rim), (int) (box.getY() - rim), (int) (box.getWidth() + 2 * rim), (int)
                (height + 2 * rim));
    }

    private static Shape label(SplitMix random, Rectangle2D box) {
        var room = new Rectangle2D.Double(
                box.getX() + box.getWidth() * 0.12,
                box.getY() + box.getHeight() * 0.22,
                box.getWidth() * 0.76,
                box.getHeight() * 0.56);
        var face = random.chance(0.5) ? Typeface.TEXT : Typeface.TITLE;
        return TextBlock.fit(random.pick(LABELS), face, room, box.getHeight() * random.between(0.35, 0.6), 1)
                .shape();
    }

    private static Rgb color(SplitMix random) {
        return OkLab.ofLch(random.between(0.25, 0.92), random.between(0.02, 0.2), random.between(0, 360))
                .toRgb();
    }

    /** A colour that a person sees on the other. */
    private static Rgb distinct(SplitMix random, Rgb behind) {
        for (int i = 0; i < 100; i++) {
            var colour = color(random);
            if (OkLab.of(colour).distance(OkLab.of(behind)) > 0.2) {
                return colour;
            }
        }
        return Rgb.WHITE;
    }
}
