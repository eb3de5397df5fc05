package dev.runengine.store.redis;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Where a Redis server or cluster is, and how to log in there. As text it says neither who logs in nor how. */
public final class RedisAddress {
    private static final String WANTED = "a Redis address is redis://[user:password@]host[:port][/database][?timeout=50ms];"
            + " rediss:// uses TLS, and redis-cluster:// or rediss-cluster:// is a cluster, of which several nodes may be"
            + " named with commas";
    private static final Map<String, Boolean> TLS_BY_SCHEME =
            Map.of("redis", false, "rediss", true, "redis-cluster", false, "rediss-cluster", true);
    private static final int USUAL_PORT = 6379;
    private static final Duration USUAL_TIMEOUT = Duration.ofMillis(50);

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
            var node = new RedisURI(parsed.getHost(), parsed.getPort() < 0 ? USUAL_PORT : parsed.getPort(), timeout());
            node.setSsl(TLS_BY_SCHEME.get(url.getScheme()));
            node.setDatabase(database());
            logIn(node);
            return node;
        }

        private void logIn(RedisURI node) {
            int end = url.getRawAuthority().lastIndexOf('@');
            if (end >= 0) {
                var login = url.getRawAuthority().substring(0, end);
                int colon = login.indexOf(':');
                if (colon > 0) {
                    node.setUsername(decoded(login.substring(0, colon)));
                }
                node.setPassword(decoded(login.substring(colon + 1)).toCharArray());
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
