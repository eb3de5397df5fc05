package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;

/**
 * A sine whose phase another sine modulates: electric pianos, bells, hollow basses.
 *
 * @param ratio of the modulator's frequency to the carrier's
 * @param index of modulation at the start, in radians
 * @param indexDecay its time constant in seconds
 * @param indexFloor what it falls to
 * @see <a href="https://ccrma.stanford.edu/sites/default/files/user/jc/fmsynthesispaper-2.pdf">J. Chowning: The
 *     synthesis of complex audio spectra by means of frequency modulation</a>
 */
record FmPatch(double ratio, double index, double indexDecay, double indexFloor, Envelope envelope, double level)
        implements Patch {

    @Override
    public Voice strike(Touch touch) {
        return new Note(this, touch);
    }

    private static final class Note implements Voice {
        private final Envelope.Run envelope;
        private final double step;
        private final double modulatorStep;
        private final double decay;
        private final double floor;
        private final float gain;
        private double phase;
        private double modulatorPhase;
        private double index;

        Note(FmPatch patch, Touch touch) {
            double depth = touch.brightness() * (0.4 + 0.6 * touch.velocity()) / (2 * Math.PI);
            this.envelope = patch.envelope.run(touch.seconds());
            this.step = touch.hz() / Signal.RATE;
            this.modulatorStep = step * patch.ratio;
            this.decay = Table.decay(patch.indexDecay);
            this.floor = patch.indexFloor * depth;
            this.index = patch.index * depth;
            this.gain = (float) (patch.level * touch.velocity());
        }

        @Override
        public boolean add(float[] out, int from, int count) {
            int sounding = Math.min(count, envelope.remaining());
            for (int i = from; i < from + sounding; i++) {
                // Two turns more keep the phase positive whatever the index is.
                double modulated = phase + 2 + index * Table.sine(modulatorPhase);
                out[i] += Table.sine(modulated) * (float) envelope.next() * gain;
                index = floor + (index - floor) * decay;
                phase = turned(phase + step);
                modulatorPhase = turned(modulatorPhase + modulatorStep);
            }
            return envelope.remaining() > 0;
        }

        private static double turned(double phase) {
            return phase - (long) phase;
        }
    }
}
