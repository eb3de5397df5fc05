package dev.runengine.skills.http;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** Writes a body to a file as it arrives, up to a size. What comes beyond it is not read. */
final class BoundedFile implements BodySubscriber<Long> {

    /** The body is larger than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1;

        private TooLargeException(long maxBytes) {
            super("the body is larger than " + maxBytes + " bytes");
        }
    }

    /** The trouble is on our side. */
    static final class LocalFileException extends IOException {
        private static final long serialVersionUID = 1;

        private LocalFileException(IOException cause) {
            super("the body could not be written to a file: " + cause.getMessage(), cause);
        }
    }

    private final CompletableFuture<Long> written = new CompletableFuture<>();
    private final Path file;
    private final long maxBytes;
    private final boolean cutOff;
    private @Nullable FileChannel channel;
    private @Nullable Subscription subscription;
    private long size;

    private BoundedFile(Path file, long maxBytes, boolean cutOff) {
        this.file = file;
        this.maxBytes = maxBytes;
        this.cutOff = cutOff;
    }

    /** A larger body is an error. */
    static BoundedFile whole(Path file, long maxBytes) {
        return new BoundedFile(file, maxBytes, false);
    }

    /** The start of a larger body is enough. */
    static BoundedFile start(Path file, long maxBytes) {
        return new BoundedFile(file, maxBytes, true);
    }

    @Override
    public CompletionStage<Long> getBody() {
        return written;
    }

    @Override
    public void onSubscribe(Subscription flow) {
        subscription = flow;
        try {
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
            flow.request(1);
        } catch (IOException e) {
            end(new LocalFileException(e));
        }
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        if (written.isDone()) {
            return;
        }
        for (var buffer : buffers) {
            if (!append(buffer)) {
                return;
            }
        }
        if (subscription != null) {
            subscription.request(1);
        }
    }

    /** @return whether more is wanted */
    private boolean append(ByteBuffer buffer) {
        if (size + buffer.remaining() > maxBytes && !cutOff) {
            end(new TooLargeException(maxBytes));
            return false;
        }
        buffer.limit(buffer.position() + (int) Math.min(buffer.remaining(), maxBytes - size));
        try {
            while (buffer.hasRemaining() && channel != null) {
                size += channel.write(buffer);
            }
        } catch (IOException e) {
            end(new LocalFileException(e));
            return false;
        }
        if (cutOff && size == maxBytes) {
            end(null);
            return false;
        }
        return true;
    }

    @Override
    public void onError(Throwable failure) {
        close();
        written.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        close();
        written.complete(size);
    }

    private void end(@Nullable IOException failure) {
        if (subscription != null) {
            subscription.cancel();
        }
        if (failure == null) {
            onComplete();
        } else {
            onError(failure);
        }
    }

    private void close() {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            written.completeExceptionally(new LocalFileException(e));
        }
    }
}
