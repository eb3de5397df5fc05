package dev.runengine.runtime.testing;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Something that happens once, for others to wait for. */
public final class Signal {
    private final CountDownLatch latch = new CountDownLatch(1);

    public void give() {
        latch.countDown();
    }

    public boolean isGiven() {
        return latch.getCount() == 0;
    }

    public void await() throws InterruptedException {
        if (!latch.await(30, TimeUnit.SECONDS)) {
            throw new AssertionError("what was waited for did not happen");
        }
    }

    /** As a skill would that ignores being told to stop. */
    public void awaitStubbornly() {
        while (true) {
            try {
                await();
                return;
            } catch (InterruptedException e) {
                // Ignoring it is the point.
            }
        }
    }
}
