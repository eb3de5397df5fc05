package dev.runengine.campaign.paint;

import dev.runengine.campaign.color.Rgb;
import java.awt.Color;
import java.awt.LinearGradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.util.List;

/**
 * A run of colours, evenly spaced and mixed in OKLab, where the middle of two colours is not grey. Its opacity goes
 * evenly from the first value to the last.
 */
public record Ramp(List<Rgb> colours, double firstOpacity, double lastOpacity) {
    private static final int STEPS_PER_COLOUR = 8;

    public Ramp {
        colours = List.copyOf(colours);
        if (colours.size() < 2) {
            throw new IllegalArgumentException("a ramp needs two colours");
        }
    }

    public static Ramp of(Rgb... colours) {
        return new Ramp(List.of(colours), 1, 1);
    }

    /** One colour that goes from one opacity to another. */
    public static Ramp fade(Rgb colour, double firstOpacity, double lastOpacity) {
        return new Ramp(List.of(colour, colour), firstOpacity, lastOpacity);
    }

    public Ramp withOpacity(double first, double last) {
        return new Ramp(colours, first, last);
    }

    public Paint linear(double x0, double y0, double x1, double y1) {
        return new LinearGradientPaint(new Point2D.Double(x0, y0), new Point2D.Double(x1, y1), fractions(), inks());
    }

    /** From top to bottom. */
    public Paint vertical(double y0, double y1) {
        return linear(0, y0, 0, y1);
    }

    /** From the centre outwards. */
    public Paint radial(double x, double y, double radius) {
        return new RadialGradientPaint(new Point2D.Double(x, y), (float) radius, fractions(), inks());
    }

    /** The colour at a place from 0 to 1. */
    public Rgb at(double place) {
        double position = Math.clamp(place, 0.0, 1.0) * (colours.size() - 1);
        int index = Math.min((int) position, colours.size() - 2);
        return colours.get(index).mix(colours.get(index + 1), position - index);
    }

    private float[] fractions() {
        var fractions = new float[steps() + 1];
        for (int i = 0; i < fractions.length; i++) {
            fractions[i] = (float) i / steps();
        }
        return fractions;
    }

    private Color[] inks() {
        var inks = new Color[steps() + 1];
        for (int i = 0; i < inks.length; i++) {
            double place = (double) i / steps();
            inks[i] = Canvas.ink(at(place), firstOpacity + (lastOpacity - firstOpacity) * place);
        }
        return inks;
    }

    private int steps() {
        return (colours.size() - 1) * STEPS_PER_COLOUR;
    }
}
