package dev.runengine.app.crash;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The test, as a node sees it. Every call waits until the test lets it go on; a node does not outlive its test. */
final class Harness {
    static final String READY = "ready";
    static final String WRITING = "writing";
    static final String WRITTEN = "written";
    static final String STARTED = "started";
    static final String ENDED = "ended";
    static final String GAVE_UP = "gave-up";
    static final String SUBMIT = "submit";
    static final String POLL = "poll";
    static final String FIND = "find";
    static final String HAS_LOOK_UP = "has-look-up";
    static final String NONE = "none";

    private final int port;
    private final String node;

    Harness(int port, String node) {
        this.port = port;
        this.node = node;
    }

    void ready() throws InterruptedException {
        ask(READY);
    }

    /** @param transitions as {@link Labels} writes them */
    void writing(String transitions) throws InterruptedException {
        ask(WRITING, transitions);
    }

    void written(String transitions) throws InterruptedException {
        ask(WRITTEN, transitions);
    }

    void started(Work work, UUID executionKey) throws InterruptedException {
        ask(STARTED, work.run(), work.step(), executionKey.toString());
    }

    /** @param done false when nobody knows whether a job was submitted, so the step is to wait for a person */
    void ended(Work work, UUID executionKey, boolean done) throws InterruptedException {
        ask(done ? ENDED : GAVE_UP, work.run(), work.step(), executionKey.toString());
    }

    /** @return the provider's job */
    String submit(Work work, UUID executionKey) throws InterruptedException {
        return ask(SUBMIT, work.run(), work.step(), executionKey.toString());
    }

    boolean isDone(String job) throws InterruptedException {
        return Boolean.parseBoolean(ask(POLL, job));
    }

    /** Whether the provider knows its jobs by the keys they were submitted with. */
    boolean hasLookUp() throws InterruptedException {
        return Boolean.parseBoolean(ask(HAS_LOOK_UP));
    }

    /** The job that was submitted with a key. */
    Optional<String> find(UUID executionKey) throws InterruptedException {
        return Optional.of(ask(FIND, executionKey.toString())).filter(job -> !job.equals(NONE));
    }

    private String ask(String what, String... words) throws InterruptedException {
        var all = new ArrayList<>(List.of(node, what));
        all.addAll(List.of(words));
        try {
            return Wire.ask(port, all);
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("told to stop while asking " + all);
            }
            Runtime.getRuntime().halt(1); // the test is over
            throw new IllegalStateException(e);
        }
    }
}
