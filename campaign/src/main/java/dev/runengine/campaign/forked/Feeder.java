package dev.runengine.campaign.forked;

import dev.runengine.skills.typed.SkillException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The thread that writes a child's input. A feed that fails kills the child: half an input must not look like all of it. */
final class Feeder {
    private final Process process;
    private final Thread thread;
    private final CompletableFuture<Optional<Exception>> ended = new CompletableFuture<>();

    Feeder(String name, Process process, ForkedJava.Feed feed) {
        this.process = process;
        this.thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> ended.complete(failureOf(feed)));
    }

    void start() {
        thread.start();
    }

    void interrupt() {
        thread.interrupt();
    }

    CompletableFuture<?> ended() {
        return ended;
    }

    /** Waits for the feed's end and throws what it threw. */
    void rethrow() throws SkillException, IOException, InterruptedException {
        switch (ended.join().orElse(null)) {
            case null -> {}
            // The program stopped reading. Its exit code says whether that was well.
            case PipeClosedException _ -> {}
            case SkillException e -> throw e;
            case IOException e -> throw e;
            case InterruptedException e -> throw e;
            case RuntimeException e -> throw e;
            case Exception e -> throw new IllegalStateException(e);
        }
    }

    private Optional<Exception> failureOf(ForkedJava.Feed feed) {
        // Not closed when the feed fails: to the child that would be the regular end of its input.
        var input = new Pipe(process.getOutputStream());
        try {
            feed.writeTo(input);
            input.close();
            return Optional.empty();
        } catch (PipeClosedException e) {
            return Optional.of(e);
        } catch (Exception e) {
            process.destroyForcibly();
            return Optional.of(e);
        }
    }

    private static final class PipeClosedException extends IOException {
        private static final long serialVersionUID = 1;

        PipeClosedException(IOException cause) {
            super(cause);
        }
    }

    /** Tells the end of the reader from the failures of the feed itself. */
    private static final class Pipe extends FilterOutputStream {
        Pipe(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new PipeClosedException(e);
            }
        }

        @Override
        public void flush() throws IOException {
            try {
                out.flush();
            } catch (IOException e) {
                throw new PipeClosedException(e);
            }
        }
    }
}
