package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.synth.Sequencer;
import dev.runengine.campaign.audio.synth.Strike;
import java.io.IOException;
import java.util.List;

/**
 * Composed music.
 *
 * @param frames its length; for a loop, its period
 */
public record Piece(List<Strike> strikes, Sequencer.Space space, double bpm, int bars, int frames, boolean loop) {
    private static final double FADE_SECONDS = 1.5;

    public static Piece of(MusicBrief brief) {
        return new Composer(brief).compose();
    }

    public Signal play() throws IOException, InterruptedException {
        return loop ? Sequencer.loop(strikes, space, frames) : faded(Sequencer.once(strikes, space));
    }

    private Signal faded(Signal signal) {
        int fade = (int) Math.min(FADE_SECONDS * Signal.RATE, frames / 4);
        var at = new int[1];
        return (left, right, count) -> {
            signal.read(left, right, count);
            for (int i = 0; i < count; i++) {
                float gain = Math.clamp((frames - at[0]++) / (float) fade, 0, 1);
                left[i] *= gain;
                right[i] *= gain;
            }
        };
    }
}
