package dev.runengine.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class StartTest {
    @Test
    void withoutAnIssuerNothingBeyondThisMachineIsServed() {
        var options = DevServer.options().withAddress("0.0.0.0");
        assertThatThrownBy(() -> RunEngineServer.start(options, MemoryStorage::open))
                .isInstanceOf(ServerStartException.class)
                .hasMessageContaining("RUN_ENGINE_ISSUER_URI");
    }

    @Test
    void aPortInUseIsNamedWithTheVariableToSet() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var api = DevServer.options().withPorts(taken.getLocalPort(), 0);
            assertThatThrownBy(() -> RunEngineServer.start(api, MemoryStorage::open))
                    .isInstanceOf(ServerStartException.class)
                    .hasMessageContaining("port " + taken.getLocalPort() + " is in use")
                    .hasMessageContaining("RUN_ENGINE_PORT");
        }
    }
}
