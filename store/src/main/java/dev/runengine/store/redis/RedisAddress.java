package dev.runengine.store.redis;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Where a Redis server or cluster is, and how to log in there. As text it says neither who logs in nor how. */
public final class RedisAddress {
    private static final String WANTED =
            "a Redis address is redis://[user:password@]host[:port][/database][?timeout=50ms];"
                    + " rediss:// uses TLS, and redis-cluster:// or rediss-cluster:// is a cluster, of which several nodes may be"
                    + " named with commas";
    private static final int USUAL_PORT = 6379;
    private static final Duration USUAL_TIMEOUT = Duration.ofMillis(50);

    /** Longer than an answer may take: a TLS handshake has several, and nobody waits for all of it. */
    static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private final List<RedisURI> nodes;
    private final boolean cluster;
    private final Duration timeout;

    private RedisAddress(List<RedisURI> nodes, boolean cluster, Duration timeout) {
        this.nodes = nodes;
        this.cluster = cluster;
        this.timeout = timeout;
    }

    /** @throws IllegalArgumentException saying what is wanted, without the text: it may hold a password */
    public static RedisAddress parse(String url) {
        try {
            return new Parsing(new URI(url)).address();
        } catch (URISyntaxException | RuntimeException _) {
            throw new IllegalArgumentException(WANTED);
        }
    }

    List<RedisURI> nodes() {
        return nodes;
    }

    boolean cluster() {
        return cluster;
    }

    /** How long an answer may take. */
    Duration timeout() {
        return timeout;
    }

    @Override
    public String toString() {
        return nodes.stream().map(node -> node.getHost() + ":" + node.getPort()).collect(Collectors.joining(","));
    }

    private record Parsing(URI url) {
        RedisAddress address() {
            boolean cluster = url.getScheme().endsWith("-cluster");
            var hosts = url.getRawAuthority().substring(url.getRawAuthority().lastIndexOf('@') + 1);
            var nodes = Arrays.stream(hosts.split(",", -1)).map(this::node).toList();
            if (nodes.size() > 1 && !cluster) {
                throw new IllegalArgumentException(WANTED);
            }
            return new RedisAddress(nodes, cluster, timeout());
        }

        private RedisURI node(String host) {
            var parsed = URI.create("redis://" + host);
            var node = RedisURI.builder()
                    .withHost(parsed.getHost())
                    .withPort(parsed.getPort() < 0 ? USUAL_PORT : parsed.getPort())
                    .withSsl(tls())
                    .withDatabase(database())
                    .withTimeout(CONNECT_TIMEOUT);
            logIn(node);
            return node.build();
        }

        private boolean tls() {
            return switch (url.getScheme()) {
                case "redis", "redis-cluster" -> false;
                case "rediss", "rediss-cluster" -> true;
                default -> throw new IllegalArgumentException(WANTED);
            };
        }

        /** A name is not needed: without one, the password is the server's or the usual user's. */
        private void logIn(RedisURI.Builder node) {
            int end = url.getRawAuthority().lastIndexOf('@');
            if (end < 0) {
                return;
            }
            var login = url.getRawAuthority().substring(0, end);
            int colon = login.indexOf(':');
            var password = decoded(login.substring(colon + 1)).toCharArray();
            if (colon > 0) {
                node.withAuthentication(decoded(login.substring(0, colon)), password);
            } else {
                node.withPassword(password);
            }
        }

        private int database() {
            var path = url.getPath();
            return path.length() > 1 ? Integer.parseInt(path.substring(1)) : 0;
        }

        private Duration timeout() {
            var query = url.getQuery();
            if (query == null) {
                return USUAL_TIMEOUT;
            }
            if (!query.matches("timeout=\\d{1,5}ms")) {
                throw new IllegalArgumentException(WANTED);
            }
            return Duration.ofMillis(Integer.parseInt(query.substring("timeout=".length(), query.length() - 2)));
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        }
    }
}
