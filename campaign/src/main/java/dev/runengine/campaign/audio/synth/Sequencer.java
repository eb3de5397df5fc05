package dev.runengine.campaign.audio.synth;

import dev.runengine.campaign.audio.signal.Signal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Plays a score. A loop is played as if it had been playing for ever, so that the tails of its end sound over its
 * start.
 */
public final class Sequencer implements Signal {
    /** By then every note and the room have faded. */
    private static final int RUN_IN = 10 * RATE;

    private static final int BLOCK = 256;

    /**
     * @param reverb seconds until the room is silent
     * @param echo seconds between repeats
     * @param duck how much a bass drum pushes the rest down, 0 to 1
     * @param duckRelease seconds until the rest is back
     */
    public record Space(double reverb, double echo, double duck, double duckRelease) {}

    private final List<Strike> strikes;
    private final long period;
    private final Space space;
    private final Reverb reverb;
    private final Echo echo;
    private final double duckDecay;
    private final List<Sounding> sounding = new ArrayList<>();
    private final float[] dryLeft = new float[BLOCK];
    private final float[] dryRight = new float[BLOCK];
    private final float[] toReverb = new float[BLOCK];
    private final float[] toEcho = new float[BLOCK];
    private final float[] mono = new float[BLOCK];
    private final float[] duck = new float[BLOCK];
    private double ducking;
    private long at;
    private long lap;
    private int next;

    private Sequencer(List<Strike> strikes, Space space, long period, long start) {
        this.strikes =
                strikes.stream().sorted(Comparator.comparingInt(Strike::at)).toList();
        this.space = space;
        this.period = period;
        this.reverb = new Reverb(space.reverb);
        this.echo = new Echo(Table.frames(space.echo));
        this.duckDecay = Table.decay(space.duckRelease);
        this.at = start;
        this.lap = Math.floorDiv(start, period) * period;
        while (next < this.strikes.size() && lap + this.strikes.get(next).at() < start) {
            next++;
        }
    }

    /** @param strikes all within the period */
    public static Signal loop(List<Strike> strikes, Space space, int period) throws IOException, InterruptedException {
        return new Sequencer(strikes, space, period, -RUN_IN).skip(RUN_IN);
    }

    /** Plays the score once, then rings out. */
    public static Signal once(List<Strike> strikes, Space space) {
        return new Sequencer(strikes, space, Integer.MAX_VALUE, 0);
    }

    @Override
    public void read(float[] left, float[] right, int count) {
        for (int done = 0; done < count; ) {
            int block = Math.min(BLOCK, count - done);
            play(block);
            System.arraycopy(dryLeft, 0, left, done, block);
            System.arraycopy(dryRight, 0, right, done, block);
            done += block;
        }
    }

    private void play(int count) {
        for (var bus : List.of(dryLeft, dryRight, toReverb, toEcho)) {
            Arrays.fill(bus, 0, count, 0);
        }
        int fresh = sounding.size();
        startUntil(at + count);
        duck(sounding.subList(fresh, sounding.size()), count);
        sounding.removeIf(voice -> !mix(voice, count));
        reverb.add(toReverb, dryLeft, dryRight, count);
        echo.add(toEcho, dryLeft, dryRight, count);
        at += count;
    }

    private void startUntil(long end) {
        while (!strikes.isEmpty() && nextAt() < end) {
            var strike = strikes.get(next);
            sounding.add(new Sounding(strike, strike.patch().strike(strike.touch()), (int) (nextAt() - at)));
            next++;
        }
    }

    private long nextAt() {
        if (next == strikes.size()) {
            next = 0;
            lap += period;
        }
        return lap + strikes.get(next).at();
    }

    private void duck(List<Sounding> fresh, int count) {
        var kicks = fresh.stream()
                .filter(s -> s.strike.placement().duck() == Strike.Duck.MAKES_ROOM)
                .mapToInt(s -> s.offset)
                .toArray();
        for (int i = 0, k = 0; i < count; i++) {
            for (; k < kicks.length && kicks[k] == i; k++) {
                ducking = 1;
            }
            duck[i] = (float) (1 - space.duck * ducking);
            ducking *= duckDecay;
        }
    }

    private boolean mix(Sounding voice, int count) {
        int from = voice.offset;
        voice.offset = 0;
        Arrays.fill(mono, 0, count, 0);
        boolean goesOn = voice.voice.add(mono, from, count - from);
        var place = voice.strike.placement();
        if (place.duck() == Strike.Duck.GIVES_WAY) {
            for (int i = from; i < count; i++) {
                mono[i] *= duck[i];
            }
        }
        // Equal power, by the square root: the same loudness wherever it stands.
        float left = (float) (place.level() * Math.sqrt((1 - place.pan()) / 2));
        float right = (float) (place.level() * Math.sqrt((1 + place.pan()) / 2));
        float room = (float) (place.level() * place.reverb());
        float repeats = (float) (place.level() * place.echo());
        for (int i = from; i < count; i++) {
            dryLeft[i] += mono[i] * left;
            dryRight[i] += mono[i] * right;
            toReverb[i] += mono[i] * room;
            toEcho[i] += mono[i] * repeats;
        }
        return goesOn;
    }

    private static final class Sounding {
        private final Strike strike;
        private final Voice voice;
        /** Where in the current block it starts. */
        private int offset;

        Sounding(Strike strike, Voice voice, int offset) {
            this.strike = strike;
            this.voice = voice;
            this.offset = offset;
        }
    }
}
