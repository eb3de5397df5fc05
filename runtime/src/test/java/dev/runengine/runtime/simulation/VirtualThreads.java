package dev.runengine.runtime.simulation;

import java.lang.reflect.Constructor;
import java.util.concurrent.Executor;

/**
 * Virtual threads that an executor of ours runs, a piece at a time: from one place where they may block to the next. The
 * JDK has such threads for its own tests only, so its package must be opened: {@code --add-opens
 * java.base/java.lang=ALL-UNNAMED}.
 */
final class VirtualThreads {
    private static final Constructor<?> BUILDER = builder();

    private VirtualThreads() {}

    static Thread.Builder.OfVirtual scheduledBy(Executor executor) {
        try {
            return (Thread.Builder.OfVirtual) BUILDER.newInstance(executor);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Constructor<?> builder() {
        try {
            var constructor = Class.forName("java.lang.ThreadBuilders$VirtualThreadBuilder")
                    .getDeclaredConstructor(Executor.class);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this JDK does not let us schedule its virtual threads", e);
        }
    }
}
