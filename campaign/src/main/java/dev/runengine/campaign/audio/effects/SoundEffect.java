package dev.runengine.campaign.audio.effects;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.synth.Sequencer;
import dev.runengine.campaign.audio.synth.Strike;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/** A sound effect, ready to be played once. */
public record SoundEffect(List<Strike> strikes, Sequencer.Space space, int frames) {
    /** Semitones by which variations of one effect differ. */
    private static final List<Integer> VARIATIONS = List.of(0, 2, -2, 4, -4);

    private static final double FADE_SECONDS = 0.015;

    /**
     * @param style a genre or mood
     * @param variation from 0
     */
    public static SoundEffect of(Intent intent, String style, double seconds, int variation, long seed) {
        var palette = Palette.of(style);
        var sketch = new Sketch(
                palette,
                seconds / intent.seconds(),
                VARIATIONS.get(variation % VARIATIONS.size()),
                new SplitMix(seed + variation));
        Recipes.play(intent, sketch);
        int frames = (int) Math.round(seconds * Signal.RATE);
        var heard =
                sketch.strikes().stream().filter(strike -> strike.at() < frames).toList();
        return new SoundEffect(heard, new Sequencer.Space(0.4 + 2 * palette.reverb(), 0.2, 0, 0.1), frames);
    }

    public Signal play() {
        return Sequencer.once(strikes, space).fadedOut(frames, Math.round(FADE_SECONDS * Signal.RATE));
    }
}
