package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.random.SplitMix;
import java.util.List;

/**
 * A sum of partials that each ring and decay by themselves: pianos, bars, bells, organs.
 *
 * @param stretch by how much higher partials lie above their ratio, as on a stiff string
 * @param knock the level of the hammer's noise
 */
record ModalPatch(List<Partial> partials, double stretch, double knock, Envelope envelope, double level)
        implements Patch {

    /**
     * @param ratio of its frequency to the note's
     * @param decay to 1/e, in seconds at middle C; 0 for as long as the note is held
     */
    record Partial(double ratio, double level, double decay) {}

    @Override
    public Voice strike(Touch touch) {
        return new Note(this, touch);
    }

    private static final class Note implements Voice {
        private static final double MIDDLE_C = 261.63;
        private static final double KNOCK_DECAY = Table.decay(0.006);

        private final Envelope.Run envelope;
        private final float gain;
        // Each partial is a rotating, shrinking pointer: two numbers and no sine a sample.
        private final double[] real;
        private final double[] imaginary;
        private final double[] cosines;
        private final double[] sines;
        private final SplitMix random;
        private double knock;

        Note(ModalPatch patch, Touch touch) {
            int count = patch.partials.size();
            this.envelope = patch.envelope.run(touch.seconds());
            this.gain = (float) (patch.level * touch.velocity());
            this.random = new SplitMix(touch.seed());
            this.knock = patch.knock;
            this.real = new double[count];
            this.imaginary = new double[count];
            this.cosines = new double[count];
            this.sines = new double[count];
            for (int p = 0; p < count; p++) {
                start(p, patch.partials.get(p), patch.stretch, touch);
            }
        }

        private void start(int p, Partial partial, double stretch, Touch touch) {
            double hz = touch.hz() * partial.ratio * Math.sqrt(1 + stretch * partial.ratio * partial.ratio);
            if (hz > 18_000) {
                return;
            }
            double bright = StrictMath.pow(touch.brightness() * (0.6 + 0.4 * touch.velocity()), p * 0.5);
            double seconds = partial.decay * Math.sqrt(MIDDLE_C / touch.hz());
            double radius = partial.decay == 0 ? 1 : Table.decay(seconds);
            double angle = 2 * Math.PI * hz / Signal.RATE;
            real[p] = partial.level * bright;
            cosines[p] = radius * StrictMath.cos(angle);
            sines[p] = radius * StrictMath.sin(angle);
        }

        @Override
        public boolean add(float[] out, int from, int count) {
            int sounding = Math.min(count, envelope.remaining());
            for (int i = from; i < from + sounding; i++) {
                double sum = hammer();
                for (int p = 0; p < real.length; p++) {
                    double re = real[p] * cosines[p] - imaginary[p] * sines[p];
                    imaginary[p] = real[p] * sines[p] + imaginary[p] * cosines[p];
                    real[p] = re;
                    sum += imaginary[p];
                }
                out[i] += (float) (sum * envelope.next()) * gain;
            }
            return envelope.remaining() > 0;
        }

        private double hammer() {
            if (knock < 1e-4) {
                return 0;
            }
            double noise = knock * random.between(-1, 1);
            knock *= KNOCK_DECAY;
            return noise;
        }
    }
}
