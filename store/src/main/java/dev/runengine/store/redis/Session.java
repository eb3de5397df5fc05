package dev.runengine.store.redis;

import io.lettuce.core.AbstractRedisClient;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.cluster.ClusterClientOptions;
import io.lettuce.core.cluster.RedisClusterClient;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * One connection to a server or cluster, shared by all threads. It is not mended when it breaks: whoever notices opens
 * another, so that what is wrong with one, such as answers that no longer match their questions, ends with it.
 */
record Session(AbstractRedisClient client, RedisClusterAsyncCommands<String, byte[]> commands) {
    private static final RedisCodec<String, byte[]> CODEC = RedisCodec.of(StringCodec.ASCII, ByteArrayCodec.INSTANCE);

    /** Completes within some seconds, one way or the other. */
    static CompletableFuture<Session> open(RedisAddress address, ClientResources resources) {
        try {
            return address.cluster() ? openCluster(address, resources) : openServer(address, resources);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e); // such as a host name that cannot be one
        }
    }

    private static CompletableFuture<Session> openServer(RedisAddress address, ClientResources resources) {
        var client = RedisClient.create(resources);
        client.setOptions(configured(ClientOptions.builder()).build());
        return client.connectAsync(CODEC, address.nodes().getFirst())
                .toCompletableFuture()
                .thenApply(connection -> new Session(client, connection.async()))
                .whenComplete((_, failure) -> closeUnless(failure == null, client));
    }

    private static CompletableFuture<Session> openCluster(RedisAddress address, ClientResources resources) {
        var client = RedisClusterClient.create(resources, address.nodes());
        var options = ClusterClientOptions.builder();
        configured(options);
        client.setOptions(options.build());
        return client.refreshPartitionsAsync()
                .toCompletableFuture()
                .thenCompose(_ -> client.connectAsync(CODEC))
                .thenApply(connection -> new Session(client, connection.async()))
                .whenComplete((_, failure) -> closeUnless(failure == null, client));
    }

    private static ClientOptions.Builder configured(ClientOptions.Builder options) {
        return options.autoReconnect(false)
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder()
                        .connectTimeout(RedisAddress.CONNECT_TIMEOUT)
                        .build());
    }

    private static void closeUnless(boolean opened, AbstractRedisClient client) {
        if (!opened) {
            shutDown(client);
        }
    }

    CompletableFuture<Void> close() {
        return shutDown(client);
    }

    private static CompletableFuture<Void> shutDown(AbstractRedisClient client) {
        return client.shutdownAsync(0, 0, TimeUnit.MILLISECONDS);
    }
}
