package dev.runengine.campaign.video.outcome;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.effects.Curves;
import dev.runengine.campaign.effects.Sprite;
import dev.runengine.campaign.paint.Motif;
import dev.runengine.campaign.paint.Pose;
import dev.runengine.campaign.random.SplitMix;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;

/** Pieces of paper shot from both lower corners, slowed by the air and fluttering down; more fall from above later. */
final class Confetti {
    /** How fast air slows a piece, per second. */
    private static final double DRAG = 2.1;

    private static final int SHOT = 130;
    private static final int FALLING = 70;

    /**
     * @param start in seconds, when it is thrown
     * @param vx in units per second at the start
     * @param spin in turns per second
     * @param flip how often per second it shows its other side
     */
    private record Piece(
            Sprite front,
            Sprite back,
            double start,
            double x,
            double y,
            double vx,
            double vy,
            double fall,
            double radius,
            double phase,
            double spin,
            double flip) {}

    private final Stage stage;
    private final List<Piece> pieces = new ArrayList<>();

    Confetti(Stage stage, Palette palette, List<Motif> motifs, SplitMix random) {
        this.stage = stage;
        var fronts = looks(palette, motifs, 1);
        var backs = looks(palette, motifs, 0.84);
        for (int i = 0; i < SHOT + FALLING; i++) {
            int look = random.nextInt(fronts.size());
            pieces.add(
                    i < SHOT
                            ? shot(fronts.get(look), backs.get(look), i, random)
                            : falling(fronts.get(look), backs.get(look), random));
        }
    }

    void draw(Graphics2D graphics, double time) {
        for (var piece : pieces) {
            double age = time - piece.start;
            if (age > 0) {
                draw(graphics, piece, age);
            }
        }
    }

    private void draw(Graphics2D graphics, Piece piece, double age) {
        double unit = stage.unit();
        double thrown = (1 - StrictMath.exp(-DRAG * age)) / DRAG;
        double flutter = 0.03 * Math.min(1, age) * Curves.sin(age * 0.7 + piece.phase);
        double x = piece.x + unit * (piece.vx * thrown + flutter);
        double y = piece.y + unit * (piece.vy * thrown + piece.fall * (age - thrown));
        if (y > stage.height() + unit * 0.05) {
            return;
        }
        double flip = Curves.cos(age * piece.flip + piece.phase);
        double angle = 2 * StrictMath.PI * (piece.phase + age * piece.spin);
        var placed = new Pose(x, y, unit * piece.radius, angle).transform();
        placed.scale(1, Math.max(0.12, Math.abs(flip)));
        (flip > 0 ? piece.front : piece.back).draw(graphics, placed, 1);
    }

    private Piece shot(Sprite front, Sprite back, int number, SplitMix random) {
        boolean left = number % 2 == 0;
        boolean firstVolley = number % 5 < 3;
        double angle = random.between(0.17, 0.245);
        double aspect = stage.height() / stage.unit();
        double power = random.between(0.7, 2.6) * aspect;
        return new Piece(
                front,
                back,
                (firstVolley ? 0.3 : 1.1) + random.nextDouble() * 0.18,
                left ? -0.02 * stage.width() : 1.02 * stage.width(),
                stage.height() * 0.92,
                power * Curves.cos(angle) * (left ? 1 : -1) * stage.width() / stage.unit() * 0.95,
                -power * Curves.sin(angle),
                random.between(0.3, 0.62),
                random.between(0.016, 0.034),
                random.nextDouble(),
                random.between(-0.9, 0.9),
                random.between(0.8, 2));
    }

    private Piece falling(Sprite front, Sprite back, SplitMix random) {
        return new Piece(
                front,
                back,
                random.between(0.6, Math.max(2.6, stage.seconds() - 0.6)),
                random.nextDouble() * stage.width(),
                -stage.unit() * 0.05,
                0,
                0,
                random.between(0.35, 0.75),
                random.between(0.016, 0.034),
                random.nextDouble(),
                random.between(-0.7, 0.7),
                random.between(0.6, 1.6));
    }

    private List<Sprite> looks(Palette palette, List<Motif> motifs, double brightness) {
        double radius = stage.unit() * 0.034;
        var paper = new Rectangle2D.Double(-0.85, -0.5, 1.7, 1);
        var ribbon = new Rectangle2D.Double(-1, -0.24, 2, 0.48);
        var disc = new Ellipse2D.Double(-0.6, -0.6, 1.2, 1.2);
        var looks = new ArrayList<Sprite>();
        var colours = List.of(
                palette.accent(),
                palette.primary().mix(Rgb.WHITE, 0.3),
                palette.secondary().mix(Rgb.WHITE, 0.2),
                Rgb.WHITE,
                new Rgb(0xffd447),
                new Rgb(0xff5d8f),
                new Rgb(0x49d6ff));
        for (var colour : colours) {
            var shade = Rgb.BLACK.mix(colour, brightness);
            looks.add(Sprite.flat(paper, radius, shade));
            looks.add(Sprite.flat(ribbon, radius, shade));
            looks.add(Sprite.flat(disc, radius, shade));
            looks.add(Sprite.flat(motifs.get(looks.size() / 4 % motifs.size()).shape(1), radius, shade));
        }
        return looks;
    }
}
