package dev.runengine.runtime.limit;

import dev.runengine.runtime.limit.Admission.Report;
import dev.runengine.runtime.port.Host;
import dev.runengine.runtime.port.StoreUnavailableException;
import dev.runengine.runtime.quota.QuotaShares;
import dev.runengine.runtime.wake.Doorbell;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a node's share of the fleet's quotas: one thread that tells the store what the node holds and needs, and brings
 * back what it may use. Executions never wait for the store as long as the node has units left.
 */
public final class Leasing implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Leasing.class);
    private static final Duration LEAST_PAUSE = Duration.ofMillis(20);
    private static final Duration WHILE_SOMEBODY_WAITS = Duration.ofMillis(200);
    private static final Duration OTHERWISE = Duration.ofSeconds(1);

    private final Admission admission;
    private final QuotaShares shares;
    private final Host host;
    private final Duration validity;
    private final Doorbell bell;
    private final Thread thread;
    private Instant lastGood;

    /** @param validity how long a share may be used without news; less than it takes to give this worker up for dead */
    public Leasing(Admission admission, QuotaShares shares, Host host, Duration validity) {
        this.admission = admission;
        this.shares = shares;
        this.host = host;
        this.validity = validity;
        this.bell = new Doorbell(host.timer());
        this.lastGood = host.now();
        admission.onShortage(bell::ring);
        this.thread = host.threads().start("run-engine-quotas", this::keep);
    }

    private void keep() {
        var pause = OTHERWISE;
        while (true) {
            try {
                bell.await(pause);
                pause = renew() ? WHILE_SOMEBODY_WAITS : OTHERWISE;
                host.timer().sleep(LEAST_PAUSE); // however often it rings
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                failed(e);
                pause = WHILE_SOMEBODY_WAITS;
            }
        }
    }

    private boolean renew() {
        var start = host.now();
        var reports = admission.reports();
        boolean waiting = false;
        if (!reports.isEmpty()) {
            var grants = shares.renew(reports.stream().map(Report::demand).toList());
            waiting = admission.granted(reports, grants);
        }
        lastGood = start;
        return waiting;
    }

    private void failed(RuntimeException failure) {
        if (failure instanceof StoreUnavailableException) {
            LOG.debug("Shares are not renewed: {}", failure.getMessage());
        } else {
            LOG.error("[RunEngine] Renewing the shares of limits failed", failure);
        }
        if (lastGood.plus(validity).isBefore(host.now())) {
            admission.suspend();
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
