package dev.runengine.campaign.audio.synth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.campaign.audio.signal.Samples;
import dev.runengine.campaign.audio.synth.Patch.Touch;
import dev.runengine.campaign.audio.synth.Sequencer.Space;
import dev.runengine.campaign.audio.synth.Strike.Duck;
import dev.runengine.campaign.audio.synth.Strike.Placement;
import java.util.List;
import org.junit.jupiter.api.Test;

class SequencerTest {
    private static final Space ROOM = new Space(2, 0.3, 0.5, 0.1);

    @Test
    void aLoopIsTheSameEachTimeRound() throws Exception {
        int period = 50_001;
        var loop = Sequencer.loop(List.of(strike(100, "kick"), strike(49_000, "piano")), ROOM, period);
        var twice = Samples.of(loop, 2L * period);
        assertThat(twice.range(0, period).distance(twice, period)).isLessThan(1e-4);
    }

    @Test
    void whatRingsOnAtALoopsEndSoundsOverItsStart() throws Exception {
        var late = List.of(strike(47_000, "piano"));
        assertThat(Samples.of(Sequencer.loop(late, ROOM, 48_000), 2_000).rms()).isGreaterThan(0.01);
        assertThat(Samples.of(Sequencer.once(late, ROOM), 2_000).rms()).isZero();
    }

    @Test
    void aNoteStartsOnItsVerySample() throws Exception {
        var samples = Samples.of(Sequencer.once(List.of(strike(1_234, "chip_bass")), ROOM), 2_000);
        assertThat(samples.rms(0, 1_234)).isZero();
        assertThat(samples.rms(1_234, 1_300)).isGreaterThan(0.01);
    }

    @Test
    void theBassDrumMakesRoomForItself() throws Exception {
        var pad = strike(0, "organ");
        var kick = new Strike(9_600, Instruments.named("kick"), touch(), new Placement(0, 0, 0, 0, Duck.MAKES_ROOM));
        var alone = Samples.of(Sequencer.once(List.of(pad), ROOM), 20_000);
        var ducked = Samples.of(Sequencer.once(List.of(pad, kick), ROOM), 20_000);
        assertThat(ducked.rms(5_000, 9_600)).isEqualTo(alone.rms(5_000, 9_600));
        assertThat(ducked.rms(9_600, 10_600)).isLessThan(0.7 * alone.rms(9_600, 10_600));
    }

    private static Strike strike(int at, String instrument) {
        return new Strike(at, Instruments.named(instrument), touch(), new Placement(1, 0, 0.2, 0.2, Duck.GIVES_WAY));
    }

    private static Touch touch() {
        return new Touch(220, 0.5, 1, 1, 3);
    }
}
