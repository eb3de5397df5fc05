package dev.runengine.store.wake;

import dev.runengine.runtime.port.RunQueue.WakeListener;
import dev.runengine.runtime.port.RunQueue.Wish;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.store.database.Database;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The bell of a process. Ringing wakes the process's own worker directly; other processes are told by NOTIFY in a
 * transaction of its own, since a notifying commit holds a lock that all others of the database wait for. Several rings
 * while one is on its way are one.
 */
public final class Bell implements WakeUps {
    static final String CHANNEL = "run_engine_wake";
    static final String WORK = "work";

    private static final Logger LOG = LoggerFactory.getLogger(Bell.class);
    private static final String NOTIFY = "SELECT pg_notify('" + CHANNEL + "', ?)";

    private final Database database;
    /** A process hears its own notifications too; a wish that comes back late would undo a newer one. */
    private final UUID self = UUID.randomUUID();

    private final List<WakeListener> listeners = new CopyOnWriteArrayList<>();
    private final AtomicBoolean underWay = new AtomicBoolean();

    public Bell(Database database) {
        this.database = database;
    }

    /** The worker of this process, to be called from any thread. */
    public void onRing(WakeListener listener) {
        listeners.add(listener);
    }

    @Override
    public void workIsWaiting() {
        if (!listeners.isEmpty()) {
            listeners.forEach(WakeListener::workMayBeWaiting);
        } else if (underWay.compareAndSet(false, true)) {
            Thread.ofVirtual().name("wake-up").start(() -> {
                underWay.set(false); // a ring from now on is not in this notification
                tellOthers(WORK);
            });
        }
    }

    /** Whose run it is only its owner knows, so everybody is told. */
    @Override
    public void wished(UUID runId, Wish wish) {
        listeners.forEach(listener -> listener.wished(runId, wish));
        Thread.ofVirtual().name("wish").start(() -> tellOthers(wish + ":" + runId + ":" + self));
    }

    /** What another process said. */
    void heard(String message) {
        if (message.equals(WORK)) {
            listeners.forEach(WakeListener::workMayBeWaiting);
            return;
        }
        var parts = message.split(":", -1);
        if (parts.length == 3 && !parts[2].equals(self.toString())) {
            var wish = Wish.valueOf(parts[0]);
            var runId = UUID.fromString(parts[1]);
            listeners.forEach(listener -> listener.wished(runId, wish));
        }
    }

    private void tellOthers(String message) {
        try {
            database.asWorker(sql -> sql.sql(NOTIFY).param(message).query().listOfRows());
        } catch (StoreUnavailableException e) {
            LOG.debug("A wake-up is lost; workers ask by themselves: {}", e.getMessage());
        }
    }
}
