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
        if (loop) {
            return Sequencer.loop(strikes, space, frames);
        }
        long fade = Math.min(Math.round(FADE_SECONDS * Signal.RATE), frames / 4);
        return Sequencer.once(strikes, space).fadedOut(frames, fade);
    }
}
