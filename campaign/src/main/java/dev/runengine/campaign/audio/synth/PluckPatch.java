package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.random.SplitMix;

/**
 * A plucked string: noise circling in a delay line that damps it.
 *
 * @param ring how long the string sounds by itself, in seconds to a thousandth
 * @param brightness of the pluck, 0 to 1
 * @param damping of high partials a turn, 0 to 0.5
 * @see <a href="https://doi.org/10.2307/3680062">Karplus, Strong: Digital synthesis of plucked-string and drum
 *     timbres</a>
 */
record PluckPatch(double ring, double brightness, double damping, double release, double level) implements Patch {

    @Override
    public Voice strike(Touch touch) {
        return new Note(this, touch);
    }

    private static final class Note implements Voice {
        private final Envelope.Run envelope;
        private final float[] line;
        private final float fraction;
        private final float damping;
        private final float feedback;
        private final float gain;
        private int at;
        private float before;
        private float damped;

        Note(PluckPatch patch, Touch touch) {
            this.envelope = new Envelope(0.001, 1, 1, patch.release).run(Math.min(touch.seconds(), patch.ring));
            this.damping = (float) patch.damping;
            double period = Signal.RATE / touch.hz() - patch.damping;
            this.line = new float[(int) period];
            this.fraction = (float) (period - line.length);
            this.feedback = (float) StrictMath.pow(10, -3 / (touch.hz() * patch.ring));
            this.gain = (float) (patch.level * touch.velocity());
            pluck(Math.clamp(patch.brightness * touch.brightness(), 0.05, 1), new SplitMix(touch.seed()));
        }

        private void pluck(double brightness, SplitMix random) {
            double smooth = 0;
            double energy = 0;
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < line.length; i++) {
                    smooth += brightness * (random.between(-1, 1) - smooth);
                    line[i] = (float) smooth;
                }
            }
            double mean = 0;
            for (float sample : line) {
                mean += sample / line.length;
            }
            for (int i = 0; i < line.length; i++) {
                line[i] -= (float) mean;
                energy += line[i] * line[i];
            }
            float scale = (float) (0.5 / Math.sqrt(energy / line.length + 1e-12));
            for (int i = 0; i < line.length; i++) {
                line[i] *= scale;
            }
        }

        @Override
        public boolean add(float[] out, int from, int count) {
            int sounding = Math.min(count, envelope.remaining());
            for (int i = from; i < from + sounding; i++) {
                float now = line[at];
                float string = now + (before - now) * fraction;
                before = now;
                damped = string + (damped - string) * damping;
                line[at] = damped * feedback;
                at = at + 1 == line.length ? 0 : at + 1;
                out[i] += string * (float) envelope.next() * gain;
            }
            return envelope.remaining() > 0;
        }
    }
}
