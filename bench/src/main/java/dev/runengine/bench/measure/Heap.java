package dev.runengine.bench.measure;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** This process's heap. */
final class Heap {
    private static final double MB = 1e6;
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    void forgetPeak() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** Garbage included, and at most, since the pools have their peaks at different times. */
    double peakMb() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() / MB;
    }

    double liveMb() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MB;
    }
}
