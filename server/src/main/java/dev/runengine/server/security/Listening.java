package dev.runengine.server.security;

import dev.runengine.server.settings.ServerOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Where a server may listen. */
public final class Listening {
    private Listening() {}

    /** @throws IllegalArgumentException for an address that is none, or that others reach when everybody may ask */
    public static InetAddress address(ServerOptions options) {
        if (options.issuer().isPresent()) {
            return resolved(options.address().orElse("0.0.0.0"));
        }
        var address = resolved(options.address().orElse("127.0.0.1"));
        if (!address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "without an issuer of tokens the server listens on this machine only, not on "
                            + address.getHostAddress() + ": set RUN_ENGINE_ISSUER_URI, or leave the address out");
        }
        return address;
    }

    private static InetAddress resolved(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("\"" + host + "\" is no address to listen on", e);
        }
    }
}
