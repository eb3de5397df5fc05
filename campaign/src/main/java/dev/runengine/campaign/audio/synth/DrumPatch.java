package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.random.SplitMix;

/**
 * A falling tone and a band of noise: kicks, snares, cymbals, shakers.
 *
 * @param toneFrom in Hz at the stroke
 * @param toneTo in Hz at rest
 * @param fall time constant of the pitch, in seconds
 * @param toneDecay time constant of the tone, in seconds
 * @param noiseLow lower edge of the noise, in Hz
 * @param noiseHigh upper edge
 * @param noiseAttack rise of the noise, in seconds
 * @param noiseDecay time constant of the noise
 * @param bursts how many times the noise starts, 11 ms apart, as in a clap
 */
record DrumPatch(
        double toneFrom,
        double toneTo,
        double fall,
        double toneDecay,
        double tone,
        double noiseLow,
        double noiseHigh,
        double noiseAttack,
        double noiseDecay,
        double noise,
        int bursts,
        double level)
        implements Patch {

    @Override
    public Voice strike(Touch touch) {
        return new Stroke(this, touch);
    }

    private static final class Stroke implements Voice {
        private static final int BURST_GAP = Signal.RATE * 11 / 1000;
        private static final int ONSET = Signal.RATE / 2000;
        private static final double SILENT = 2e-4;
        private static final double BURST_DECAY = Table.decay(0.004);

        private final DrumPatch patch;
        private final SplitMix random;
        private final float gain;
        private final double fall;
        private final double toneDecay;
        private final double noiseDecay;
        private final float low;
        private final float high;
        private final int attack;
        private double pitch;
        private double phase;
        private double tone;
        private double noise;
        private float lowState;
        private float highState;
        private float highState2;
        private int at;

        Stroke(DrumPatch patch, Touch touch) {
            this.patch = patch;
            this.random = new SplitMix(touch.seed());
            this.gain = (float) (patch.level * touch.velocity());
            this.fall = Table.decay(Math.max(0.001, patch.fall));
            this.toneDecay = Table.decay(Math.max(0.001, patch.toneDecay));
            this.noiseDecay = Table.decay(Math.max(0.001, patch.noiseDecay));
            this.low = Table.onePole(patch.noiseLow);
            this.high = Table.onePole(patch.noiseHigh * touch.brightness());
            this.attack = Math.max(1, Table.frames(patch.noiseAttack));
            this.pitch = patch.toneFrom - patch.toneTo;
            this.tone = patch.tone;
            this.noise = patch.noise;
        }

        @Override
        public boolean add(float[] out, int from, int count) {
            for (int i = from; i < from + count; i++) {
                out[i] += (tone() + noise()) * gain;
                at++;
            }
            return tone > SILENT || noise > SILENT || at < attack;
        }

        private float tone() {
            if (tone < SILENT) {
                return 0;
            }
            phase += (patch.toneTo + pitch) / Signal.RATE;
            pitch *= fall;
            tone *= toneDecay;
            return (float) (Table.sine(phase) * tone * Math.min(1, at / (double) ONSET));
        }

        private float noise() {
            if (noise < SILENT) {
                return 0;
            }
            if (at % BURST_GAP == 0 && at / BURST_GAP < patch.bursts) {
                noise = patch.noise;
            }
            float white = (float) random.between(-1, 1);
            highState += high * (white - highState);
            highState2 += high * (highState - highState2);
            lowState += low * (highState2 - lowState);
            if (at < attack) {
                return (float) ((highState2 - lowState) * noise * at / attack);
            }
            float sounding = (float) ((highState2 - lowState) * noise);
            noise *= at < BURST_GAP * (patch.bursts - 1) ? BURST_DECAY : noiseDecay;
            return sounding;
        }
    }
}
