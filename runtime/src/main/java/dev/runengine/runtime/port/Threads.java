package dev.runengine.runtime.port;

/** Where the engine's threads come from. Whoever gives them out decides what runs them, so that tests can order them. */
@FunctionalInterface
public interface Threads {
    Thread unstarted(String name, Runnable task);

    default Thread start(String name, Runnable task) {
        var thread = unstarted(name, task);
        thread.start();
        return thread;
    }

    /** Virtual threads, which may block. */
    static Threads virtual() {
        return (name, task) -> Thread.ofVirtual().name(name).unstarted(task);
    }
}
