package dev.runengine.core.hash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runengine.core.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ArtifactAddressTest {
    private static final ArtifactAddress SONG = address("song");
    private static final ArtifactAddress VIDEO = address("video");

    @Test
    void everyAddressIsFoundAtAnyDepthAndOnce() {
        var value = Json.object(
                "song", Json.of(SONG.uri()),
                "again", Json.array(Json.of(SONG.uri()), Json.object("video", Json.of(VIDEO.uri()))));

        assertThat(ArtifactAddress.in(value)).containsExactlyInAnyOrder(SONG, VIDEO);
    }

    @Test
    void whatOnlyLooksLikeAnAddressIsNone() {
        var value = Json.array(
                Json.of("see " + SONG.uri()),
                Json.of(SONG.uri().toUpperCase(Locale.ROOT)),
                Json.of(ArtifactAddress.PREFIX),
                Json.of(1));

        assertThat(ArtifactAddress.in(value)).isEmpty();
    }

    private static ArtifactAddress address(String content) {
        return new ArtifactAddress(ContentHash.of(content.getBytes(StandardCharsets.UTF_8)));
    }
}
