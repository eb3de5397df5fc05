package dev.runengine.campaign.audio.synth;

/**
 * Attack, decay, sustain and release, in seconds and a level from 0 to 1.
 *
 * @param decay the time constant towards the sustain level
 */
record Envelope(double attack, double decay, double sustain, double release) {

    Run run(double seconds) {
        return new Run(this, seconds);
    }

    static final class Run {
        private final int attack;
        private final int gate;
        private final int end;
        private final double sustain;
        private final double decay;
        private double level;
        private int at;

        private Run(Envelope shape, double seconds) {
            this.attack = Math.max(1, Table.frames(shape.attack));
            this.gate = Math.max(attack, Table.frames(seconds));
            this.end = gate + Math.max(48, Table.frames(shape.release));
            this.sustain = shape.sustain;
            this.decay = Table.decay(Math.max(0.001, shape.decay));
        }

        double next() {
            int now = at++;
            if (now < attack) {
                level = now / (double) attack;
                return level;
            }
            level = sustain + (level - sustain) * decay;
            if (now < gate) {
                return level;
            }
            double left = Math.max(0, (end - now) / (double) (end - gate));
            return level * left * left;
        }

        /** How many samples are left. */
        int remaining() {
            return end - at;
        }
    }
}
