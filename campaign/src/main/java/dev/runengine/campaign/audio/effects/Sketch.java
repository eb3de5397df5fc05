package dev.runengine.campaign.audio.effects;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.synth.Instruments;
import dev.runengine.campaign.audio.synth.Patch.Touch;
import dev.runengine.campaign.audio.synth.Strike;
import dev.runengine.campaign.audio.synth.Strike.Duck;
import dev.runengine.campaign.audio.synth.Strike.Placement;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;

/** Notes jotted down in seconds, stretched to the length asked for. */
final class Sketch {
    private final Palette palette;
    private final double stretch;
    private final int transpose;
    private final SplitMix random;
    private final List<Strike> strikes = new ArrayList<>();

    Sketch(Palette palette, double stretch, int transpose, SplitMix random) {
        this.palette = palette;
        this.stretch = stretch;
        this.transpose = transpose + palette.transpose();
        this.random = random;
    }

    /** @param pitch a MIDI note; drums and noises have none */
    Sketch play(String instrument, double at, double pitch, double seconds, double velocity) {
        double hz = 440 * StrictMath.pow(2, (pitch + transpose - 69) / 12);
        var touch = new Touch(hz, seconds * stretch, velocity, palette.brightness(), random.nextLong());
        var placement = new Placement(1, random.between(-0.15, 0.15), palette.reverb() * 0.5, 0, Duck.UNAFFECTED);
        int frame = (int) Math.round(at * stretch * Signal.RATE);
        strikes.add(new Strike(frame, Instruments.named(instrument), touch, placement));
        return this;
    }

    Palette palette() {
        return palette;
    }

    SplitMix random() {
        return random;
    }

    List<Strike> strikes() {
        return strikes;
    }
}
