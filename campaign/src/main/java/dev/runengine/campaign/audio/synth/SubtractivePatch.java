package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;

/**
 * Detuned oscillators through a resonant low-pass: strings, brass, pads, leads and basses.
 *
 * @param detune of the outermost oscillators, in cents
 * @param cutoff in Hz, where the sweep ends
 * @param sweep in Hz, added to the cutoff at the start
 * @param sweepDecay its time constant in seconds
 * @param resonance 0 to 1
 * @param vibrato in cents, fading in after the attack
 * @param drive 0 for clean, up to 1 for distorted
 */
record SubtractivePatch(
        Wave wave,
        int voices,
        double detune,
        Envelope envelope,
        double cutoff,
        double sweep,
        double sweepDecay,
        double resonance,
        double vibrato,
        double drive,
        double level)
        implements Patch {

    @Override
    public Voice strike(Touch touch) {
        return new Note(this, touch);
    }

    private static final class Note implements Voice {
        private static final int CONTROL = 32;
        private static final double VIBRATO_HZ = 5.2;

        private final SubtractivePatch patch;
        private final Envelope.Run envelope;
        private final double[] phases;
        private final double[] steps;
        private final double floor;
        private final double brightness;
        private final double sweepDecay;
        private final float gain;
        private final LowPass filter;
        private double sweep;
        private double bend = 1;
        private int at;

        Note(SubtractivePatch patch, Touch touch) {
            this.patch = patch;
            this.envelope = patch.envelope.run(touch.seconds());
            int voices = Math.max(1, patch.voices);
            this.phases = new double[voices];
            this.steps = new double[voices];
            for (int v = 0; v < voices; v++) {
                double place = voices == 1 ? 0 : 2.0 * v / (voices - 1) - 1;
                steps[v] = touch.hz() * Table.cents(patch.detune * place) / Signal.RATE;
                phases[v] = v * 0.37 % 1;
            }
            // A filter below the fundamental would mute the note.
            this.floor = Math.max(patch.cutoff * touch.brightness(), touch.hz() * 1.5);
            this.brightness = touch.brightness() * (0.5 + 0.5 * touch.velocity());
            this.sweep = patch.sweep;
            this.sweepDecay = StrictMath.exp(-CONTROL / (Math.max(0.001, patch.sweepDecay) * Signal.RATE));
            this.gain = (float) (patch.level * touch.velocity() / Math.sqrt(voices));
            this.filter = new LowPass(patch.resonance);
        }

        @Override
        public boolean add(float[] out, int from, int count) {
            int sounding = Math.min(count, envelope.remaining());
            for (int i = from; i < from + sounding; i++) {
                if (at++ % CONTROL == 0) {
                    control();
                }
                out[i] += shaped(filter.filter(oscillators() * bite())) * (float) envelope.next() * gain;
            }
            return envelope.remaining() > 0;
        }

        private void control() {
            filter.tune(floor + sweep * brightness);
            sweep *= sweepDecay;
            if (patch.vibrato > 0) {
                double seconds = at / (double) Signal.RATE;
                double depth = patch.vibrato * Math.clamp(seconds / 0.6 - 0.3, 0, 1);
                bend = Table.cents(depth * Table.sine(seconds * VIBRATO_HZ));
            }
        }

        private float oscillators() {
            float sum = 0;
            for (int v = 0; v < phases.length; v++) {
                double step = steps[v] * bend;
                sum += patch.wave.at(phases[v], step);
                phases[v] += step;
                if (phases[v] >= 1) {
                    phases[v] -= 1;
                }
            }
            return sum;
        }

        private float bite() {
            return 1 + 8 * (float) patch.drive;
        }

        private float shaped(float sample) {
            return patch.drive == 0 ? sample : sample / (1 + Math.abs(sample));
        }
    }
}
