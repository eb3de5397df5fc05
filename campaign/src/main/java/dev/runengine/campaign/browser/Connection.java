package dev.runengine.campaign.browser;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Commands and events of the DevTools protocol over two pipes, each message ended by a zero byte. Threads that call never
 * touch a pipe: reading and writing pipes cannot be interrupted, waiting for an answer can.
 *
 * @see <a href="https://chromedevtools.github.io/devtools-protocol/">Chrome DevTools Protocol</a>
 */
final class Connection {
    private static final int LONGEST_MESSAGE = 32 << 20;

    private final Map<Integer, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
    private final AtomicInteger lastId = new AtomicInteger();
    private final LinkedBlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();
    private final Consumer<JsonNode> events;

    Connection(InputStream answers, OutputStream commands, Consumer<JsonNode> events) {
        this.events = events;
        var writer = Thread.ofPlatform().daemon().name("chromium-commands").start(() -> write(commands));
        Thread.ofPlatform().daemon().name("chromium-answers").start(() -> {
            read(answers);
            writer.interrupt();
        });
    }

    /** The answer to come; it fails with an IOException when the other side has gone. */
    CompletableFuture<JsonNode> send(String method, ObjectNode params, @Nullable String session) {
        int id = lastId.incrementAndGet();
        var message = JsonNodeFactory.instance.objectNode().put("id", id).put("method", method);
        message.set("params", params);
        if (session != null) {
            message.put("sessionId", session);
        }
        var reply = new CompletableFuture<JsonNode>();
        replies.put(id, reply);
        outgoing.add((message + "\0").getBytes(StandardCharsets.UTF_8));
        if (ended.isDone()) {
            abandon();
        }
        return reply;
    }

    private void write(OutputStream commands) {
        try (commands) {
            while (true) {
                commands.write(outgoing.take());
                commands.flush();
            }
        } catch (IOException | InterruptedException gone) {
            // The reader sees the end too, and tells who waits.
        }
    }

    private void read(InputStream answers) {
        try (var in = new BufferedInputStream(answers, 1 << 16)) {
            var message = new ByteArrayOutputStream();
            for (int next = in.read(); next >= 0 && message.size() < LONGEST_MESSAGE; next = in.read()) {
                if (next == 0) {
                    receive(JsonMapper.shared().readTree(message.toByteArray()));
                    message.reset();
                } else {
                    message.write(next);
                }
            }
        } catch (IOException | JacksonException gone) {
            // Closed, or no longer speaking the protocol: either way nothing more will come.
        } finally {
            ended.complete(null);
            abandon();
        }
    }

    private void receive(JsonNode message) {
        if (message.has("id")) {
            Optional.ofNullable(replies.remove(message.get("id").intValue()))
                    .ifPresent(reply -> reply.complete(message));
        } else {
            events.accept(message);
        }
    }

    private void abandon() {
        replies.values().forEach(reply -> reply.completeExceptionally(new IOException("the browser has ended")));
    }
}
