package dev.runengine.server.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.server.artifact.ByteRange.Part;
import dev.runengine.server.artifact.ByteRange.Unsatisfiable;
import dev.runengine.server.artifact.ByteRange.Whole;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ByteRangeTest {
    private static ByteRange of(String header) {
        return ByteRange.of(Optional.of(header), 10);
    }

    @Test
    void aRangeEndsWhereTheFileEnds() {
        assertThat(of("bytes=0-0")).isEqualTo(new Part(0, 0));
        assertThat(of("bytes=3-99")).isEqualTo(new Part(3, 9));
        assertThat(of("bytes=9-")).isEqualTo(new Part(9, 9));
        assertThat(of("bytes=-99")).isEqualTo(new Part(0, 9));
    }

    @Test
    void whatIsBehindTheEndCannotBeSent() {
        assertThat(of("bytes=10-")).isEqualTo(new Unsatisfiable());
        assertThat(of("bytes=-0")).isEqualTo(new Unsatisfiable());
        assertThat(ByteRange.of(Optional.of("bytes=-5"), 0)).isEqualTo(new Unsatisfiable());
    }

    @Test
    void whatIsNoSingleRangeOfBytesIsIgnored() {
        for (var header :
                new String[] {"", "bytes", "bytes=-", "bytes=4-3", "lines=1-2", "bytes=0-1,3-4", "bytes=a-b"}) {
            assertThat(of(header)).as(header).isEqualTo(new Whole());
        }
        assertThat(ByteRange.of(Optional.empty(), 10)).isEqualTo(new Whole());
    }
}
