package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.random.SplitMix;

/**
 * Noise that swells and fades over the whole note while a resonance glides up and down through it, as when something
 * flies past.
 *
 * @param from of the resonance at both ends, in Hz
 * @param to in the middle
 * @param peak where in the note it is loudest, 0 to 1
 */
record SweepPatch(double from, double to, double peak, double resonance, double level) implements Patch {

    @Override
    public Voice strike(Touch touch) {
        return new Pass(this, touch);
    }

    private static final class Pass implements Voice {
        private static final int CONTROL = 32;

        private final SweepPatch patch;
        private final SplitMix random;
        private final LowPass filter;
        private final LowPass rumble = new LowPass(0);
        private final int length;
        private final double brightness;
        private final float gain;
        private float swell;
        private int at;

        Pass(SweepPatch patch, Touch touch) {
            this.patch = patch;
            this.random = new SplitMix(touch.seed());
            this.filter = new LowPass(patch.resonance);
            this.length = Table.frames(touch.seconds());
            this.brightness = touch.brightness();
            this.gain = (float) (patch.level * touch.velocity());
        }

        @Override
        public boolean add(float[] out, int from, int count) {
            int sounding = Math.min(count, length - at);
            for (int i = from; i < from + sounding; i++) {
                if (at++ % CONTROL == 0) {
                    control();
                }
                float passed = filter.filter((float) random.between(-1, 1));
                out[i] += (passed - rumble.filter(passed)) * swell * gain;
            }
            return at < length;
        }

        private void control() {
            double place = at / (double) length;
            double rise = place < patch.peak ? place / patch.peak : (1 - place) / (1 - patch.peak);
            double smooth = rise * rise * (3 - 2 * rise);
            double hz = patch.from * StrictMath.pow(patch.to * brightness / patch.from, smooth);
            filter.tune(hz);
            rumble.tune(hz * 0.35);
            swell = (float) smooth;
        }
    }
}
