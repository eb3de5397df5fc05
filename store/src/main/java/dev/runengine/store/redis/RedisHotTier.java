package dev.runengine.store.redis;

import dev.runengine.runtime.port.HotTier;
import io.lettuce.core.KeyValue;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import io.lettuce.core.resource.ClientResources;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The hot tier that nodes share. Only look-ups wait, and no longer than the address says; entries are written behind the
 * caller's back, in the order in which they were given. A server that does not answer is left alone for a while.
 */
public final class RedisHotTier implements HotTier {
    private static final Logger LOG = LoggerFactory.getLogger(RedisHotTier.class);

    /** So that all values of a turn can be had in the time there is. */
    private static final int MAX_VALUE_BYTES = 256 << 10;
    /** What may be on its way to a server that does not take it. */
    private static final long MAX_WRITING_BYTES = 8L << 20;

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

    private final RedisAddress address;
    private final ClientResources resources;
    private final Sessions sessions;
    private final Circuit circuit;
    private final AtomicLong writing = new AtomicLong();
    private final AtomicBoolean refusing = new AtomicBoolean();

    private RedisHotTier(RedisAddress address, Duration firstPause) {
        this.address = address;
        this.resources = ClientResources.builder()
                .ioThreadPoolSize(2)
                .computationThreadPoolSize(2)
                .build();
        this.sessions = new Sessions(address, resources);
        this.circuit = new Circuit(firstPause, System::nanoTime);
    }

    /** Starts to connect. Nothing fails when there is no server; it is used from when there is one. */
    public static RedisHotTier at(RedisAddress address) {
        return at(address, FIRST_PAUSE);
    }

    static RedisHotTier at(RedisAddress address, Duration firstPause) {
        var tier = new RedisHotTier(address, firstPause);
        tier.sessions.current();
        return tier;
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public boolean available() {
        return circuit.state() == Circuit.State.CLOSED;
    }

    @Override
    public Map<String, byte[]> find(Collection<String> keys) {
        if (keys.isEmpty() || !circuit.enter()) {
            return Map.of();
        }
        var session = sessions.current();
        var names = keys.toArray(String[]::new);
        try {
            var found = session.thenCompose(open -> open.commands().mget(names))
                    .get(address.timeout().toNanos(), TimeUnit.NANOSECONDS);
            answered();
            return found.stream()
                    .filter(KeyValue::hasValue)
                    .collect(Collectors.toMap(KeyValue::getKey, KeyValue::getValue, (_, last) -> last));
        } catch (TimeoutException e) {
            failed(
                    session,
                    new TimeoutException("no answer within " + address.timeout().toMillis() + " ms"));
        } catch (ExecutionException e) {
            failed(session, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Map.of();
    }

    @Override
    public void put(String key, byte[] value, Duration ttl) {
        if (value.length > MAX_VALUE_BYTES) {
            remove(Set.of(key));
            return;
        }
        write(value.length, commands -> commands.psetex(key, Math.max(1, ttl.toMillis()), value));
    }

    @Override
    public void remove(Collection<String> keys) {
        if (!keys.isEmpty()) {
            write(0, commands -> commands.del(keys.toArray(String[]::new)));
        }
    }

    private void write(long bytes, Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<?>> command) {
        if (!available() || writing.get() + bytes > MAX_WRITING_BYTES) {
            return;
        }
        writing.addAndGet(bytes);
        var session = sessions.current();
        session.thenCompose(open -> command.apply(open.commands())).whenComplete((_, failure) -> {
            writing.addAndGet(-bytes);
            written(session, failure);
        });
    }

    private void written(CompletableFuture<Session> session, @Nullable Throwable failure) {
        if (failure == null) {
            refusing.set(false);
        } else if (cause(failure) instanceof RedisCommandExecutionException refusal) {
            if (refusing.compareAndSet(false, true)) {
                LOG.warn("[RunEngine] Redis at {} takes no entries: {}", address, refusal.getMessage());
            }
        } else if (sessions.drop(session)) {
            failed(session, failure);
        }
    }

    private void answered() {
        if (circuit.succeeded()) {
            LOG.info("[RunEngine] Redis at {} answers again", address);
        }
    }

    private void failed(CompletableFuture<Session> session, Throwable failure) {
        var cause = cause(failure);
        boolean connectionIsSound =
                cause instanceof RedisCommandExecutionException || cause instanceof TimeoutException;
        boolean opened = circuit.failed();
        if (!connectionIsSound || !available()) {
            sessions.drop(session);
        }
        if (opened) {
            LOG.warn(
                    "[RunEngine] Redis at {} does not answer; results are looked up without it until it does: {}",
                    address,
                    String.valueOf(cause.getMessage()));
        }
    }

    private static Throwable cause(Throwable failure) {
        boolean wrapped = failure instanceof CompletionException || failure instanceof ExecutionException;
        return wrapped && failure.getCause() != null ? failure.getCause() : failure;
    }

    @Override
    public void close() {
        sessions.close().whenComplete((_, _) -> resources.shutdown(0, 0, TimeUnit.MILLISECONDS));
    }
}
