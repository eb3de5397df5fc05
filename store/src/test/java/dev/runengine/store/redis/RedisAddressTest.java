package dev.runengine.store.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedisAddressTest {
    @Test
    void aHostIsEnough() {
        var address = RedisAddress.parse("redis://cache");
        assertThat(address.nodes()).first().satisfies(node -> {
            assertThat(node.getHost()).isEqualTo("cache");
            assertThat(node.getPort()).isEqualTo(6379);
            assertThat(node.isSsl()).isFalse();
            assertThat(node.getDatabase()).isZero();
        });
        assertThat(address.cluster()).isFalse();
        assertThat(address.timeout()).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void everythingMayBeSaid() {
        var address = RedisAddress.parse("rediss://me:p%40ss+word@cache.example.org:6380/3?timeout=120ms");
        RedisURI node = address.nodes().getFirst();
        assertThat(node.getHost()).isEqualTo("cache.example.org");
        assertThat(node.getPort()).isEqualTo(6380);
        assertThat(node.isSsl()).isTrue();
        assertThat(node.isVerifyPeer()).isTrue();
        assertThat(node.getDatabase()).isEqualTo(3);
        var login = Objects.requireNonNull(
                node.getCredentialsProvider().resolveCredentials().block());
        assertThat(login.getUsername()).isEqualTo("me");
        assertThat(login.getPassword()).containsExactly("p@ss+word".toCharArray());
        assertThat(address.timeout()).isEqualTo(Duration.ofMillis(120));
    }

    @Test
    void aClusterMayNameSeveralNodes() {
        var address = RedisAddress.parse("redis-cluster://:secret@one:7000,two:7001");
        assertThat(address.cluster()).isTrue();
        assertThat(address.nodes()).extracting(RedisURI::getPort).containsExactly(7000, 7001);
        assertThat(address.toString()).contains("one:7000,two:7001").doesNotContain("secret");
        assertThat(address.nodes().toString()).as("as failures name it").doesNotContain("secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cache",
                "cache:6379",
                "http://me:secret@cache",
                "redis://",
                "redis://me:secret@",
                "redis://one:secret,two:secret",
                "redis://one,two",
                "redis://me:secret@cache:port",
                "redis://me:secret@cache/zero",
                "redis://me:secret@cache?timeout=secret",
                "redis://me:secret@cache?other=1",
                "redis://me:sec ret@cache"
            })
    void whatIsNoAddressIsRefusedWithoutRepeatingIt(String url) {
        assertThatThrownBy(() -> RedisAddress.parse(url))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis://[user:password@]host")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }
}
