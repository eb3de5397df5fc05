package dev.runengine.campaign.webm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Yuv420Test {
    /** The limited-range values of the 100 % colour bars, from ITU-R BT.709. */
    @ParameterizedTest
    @CsvSource({
        "ffffff, 235, 128, 128",
        "000000, 16, 128, 128",
        "ff0000, 63, 102, 240",
        "00ff00, 173, 42, 26",
        "0000ff, 32, 240, 118",
        "ffff00, 219, 16, 138"
    })
    void coloursBecomeWhatTheStandardSays(String hex, int y, int cb, int cr) {
        var rgb = new int[16];
        Arrays.fill(rgb, Integer.parseInt(hex, 16));
        var planes = new Yuv420(4, 4).convert(rgb);
        assertThat(planes).hasSize(24);
        assertThat(planes[5] & 255).isEqualTo(y);
        assertThat(planes[16] & 255).isEqualTo(cb);
        assertThat(planes[23] & 255).isEqualTo(cr);
    }
}
