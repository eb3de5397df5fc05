package dev.runengine.campaign.picture;

import dev.runengine.campaign.color.OkLab;
import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.paint.Canvas;
import dev.runengine.campaign.paint.Ramp;
import dev.runengine.campaign.paint.TextBlock;
import dev.runengine.campaign.paint.Typeface;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;

/** A pill with a light rim, a thick lower edge and the call to action. */
final class StartButton {
    private static final double RIM = 0.065;
    private static final double LIP = 0.09;
    private static final double LIGHT_GROUND = 0.74;

    private StartButton() {}

    /** Paints it exactly into the box. */
    static void paint(Stage stage, String callToAction, Rectangle2D box) {
        var canvas = stage.canvas();
        double height = box.getHeight();
        var behind = average(canvas.image(), box);
        var colour = stage.palette().button(behind);
        var outer = pill(box);
        var inner = inset(box, height * RIM, height * RIM);
        var face = inset(box, height * RIM, height * (RIM + LIP));
        canvas.shadow(outer, height * 0.1, height * 0.13, Rgb.BLACK, 0.55);
        canvas.fill(outer, rim(colour, behind));
        canvas.fill(pill(inner), Palette.darker(colour, 0.38));
        canvas.fill(
                pill(face), Ramp.of(Palette.lighter(colour, 0.32), colour).vertical(face.getMinY(), face.getMaxY()));
        gloss(canvas, face);
        label(canvas, callToAction, face, colour);
    }

    /** Light on all but light grounds, where only a dark rim is seen. */
    private static Rgb rim(Rgb colour, Rgb behind) {
        return OkLab.of(behind).lightness() < LIGHT_GROUND
                ? Palette.lighter(colour, 0.92)
                : Palette.lightness(colour, 0.26);
    }

    private static void gloss(Canvas canvas, Rectangle2D face) {
        double height = face.getHeight();
        var gloss = new Rectangle2D.Double(
                face.getX() + height * 0.18,
                face.getY() + height * 0.08,
                face.getWidth() - height * 0.36,
                height * 0.34);
        canvas.fill(pill(gloss), Ramp.fade(Rgb.WHITE, 0.34, 0.04).vertical(gloss.getMinY(), gloss.getMaxY()));
    }

    private static void label(Canvas canvas, String text, Rectangle2D face, Rgb colour) {
        double height = face.getHeight();
        var room = new Rectangle2D.Double(
                face.getX() + height * 0.5, face.getY() + height * 0.2, face.getWidth() - height, height * 0.6);
        var block = TextBlock.fit(text, Typeface.TITLE, room, height * 0.6, 2);
        Shape label = block.isEmpty() ? playSign(room) : block.shape();
        var ink = colour.readableText();
        if (ink.equals(Rgb.WHITE)) {
            canvas.shadow(label, height * 0.03, height * 0.02, Rgb.BLACK, 0.5);
        }
        canvas.fill(label, ink.equals(Rgb.WHITE) ? ink : Palette.lightness(colour, 0.24));
    }

    /** For a text that no font can draw: a sign read everywhere. */
    private static Shape playSign(Rectangle2D room) {
        double size = room.getHeight() / 2;
        var sign = new Path2D.Double();
        sign.moveTo(room.getCenterX() - size * 0.7, room.getCenterY() - size);
        sign.lineTo(room.getCenterX() + size, room.getCenterY());
        sign.lineTo(room.getCenterX() - size * 0.7, room.getCenterY() + size);
        sign.closePath();
        return sign;
    }

    private static Rgb average(BufferedImage image, Rectangle2D box) {
        long red = 0;
        long green = 0;
        long blue = 0;
        int count = 0;
        int step = Math.max(1, (int) (box.getHeight() / 12));
        for (int y = (int) box.getMinY(); y < box.getMaxY(); y += step) {
            for (int x = (int) box.getMinX(); x < box.getMaxX(); x += step) {
                var colour = new Rgb(image.getRGB(x, y));
                red += colour.red();
                green += colour.green();
                blue += colour.blue();
                count++;
            }
        }
        return new Rgb((int) (red / count) << 16 | (int) (green / count) << 8 | (int) (blue / count));
    }

    private static Rectangle2D inset(Rectangle2D box, double side, double bottom) {
        return new Rectangle2D.Double(
                box.getX() + side, box.getY() + side, box.getWidth() - 2 * side, box.getHeight() - side - bottom);
    }

    private static Shape pill(Rectangle2D box) {
        return new RoundRectangle2D.Double(
                box.getX(), box.getY(), box.getWidth(), box.getHeight(), box.getHeight(), box.getHeight());
    }
}
