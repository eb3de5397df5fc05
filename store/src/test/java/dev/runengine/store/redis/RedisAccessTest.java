package dev.runengine.store.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in: passwords, TLS, clusters; and that whoever may not in costs no more than a server that is not there. */
class RedisAccessTest {
    private static final String PASSWORD = "p@ss:w/rd";
    private static final String ESCAPED = "p%40ss%3Aw%2Frd";

    @Test
    void withThePasswordOfTheServer() {
        try (var server = RedisServer.start("--requirepass", PASSWORD)) {
            assertThat(works("redis://:" + ESCAPED + "@127.0.0.1:" + server.port()))
                    .isTrue();
            assertThat(works("redis://127.0.0.1:" + server.port())).isFalse();
            assertThat(works("redis://:wrong@127.0.0.1:" + server.port())).isFalse();
        }
    }

    @Test
    void asAUser() {
        try (var server = RedisServer.start("--user", "engine", "on", ">" + PASSWORD, "~run-engine:*", "+@all")) {
            assertThat(works("redis://engine:" + ESCAPED + "@127.0.0.1:" + server.port()))
                    .isTrue();
            assertThat(works("redis://engine:wrong@127.0.0.1:" + server.port())).isFalse();
        }
    }

    @Test
    void inADatabaseOfItsOwn() {
        try (var server = RedisServer.start()) {
            assertThat(works(server.url() + "/3")).isTrue();
            long inTheUsualOne = server.ask(commands -> commands.dbsize());
            assertThat(inTheUsualOne).isZero();
        }
    }

    @Test
    void aCluster() {
        try (var server = RedisServer.start("--cluster-enabled", "yes", "--cluster-announce-ip", "127.0.0.1")) {
            server.ask(commands -> {
                var slots = new int[16_384];
                Arrays.setAll(slots, slot -> slot);
                return commands.clusterAddSlots(slots);
            });
            awaitCluster(server);
            assertThat(works("redis-cluster://127.0.0.1:" + server.port())).isTrue();
        }
    }

    @Test
    void overTlsOnlyToAServerThatIsTrusted(@TempDir Path folder) throws Exception {
        var keys = keys(folder);
        try (var server = RedisServer.start();
                var encrypting = new Interference(encrypted(keys), server.port())) {
            var url = "rediss://localhost:" + encrypting.port();
            assertThat(works(url)).as("a certificate that nobody vouches for").isFalse();
            trusting(keys, () -> assertThat(works(url)).isTrue());
        }
    }

    private static void awaitCluster(RedisServer server) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!server.ask(commands -> commands.clusterInfo()).contains("cluster_state:ok")) {
            assertThat(System.nanoTime() - end).isNegative();
        }
    }

    /** Whether something put is found; everything else is as if there was no server. */
    private static boolean works(String url) {
        var key = "run-engine:test";
        try (var tier = RedisTiers.patient(url)) {
            tier.find(List.of(key));
            tier.put(key, new byte[] {42}, Duration.ofMinutes(1));
            return tier.find(List.of(key)).containsKey(key);
        }
    }

    private static Path keys(Path folder) throws IOException, InterruptedException {
        var keys = folder.resolve("keys.p12");
        var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "redis",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storepass",
                        "secret",
                        "-keystore",
                        keys.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(made.waitFor()).isZero();
        return keys;
    }

    private static ServerSocket encrypted(Path keys) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(keys)) {
            store.load(in, "secret".toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "secret".toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("localhost"));
    }

    private static void trusting(Path keys, Runnable action) {
        System.setProperty("javax.net.ssl.trustStore", keys.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", "secret");
        try {
            action.run();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
        }
    }
}
