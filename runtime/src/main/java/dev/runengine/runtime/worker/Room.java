package dev.runengine.runtime.worker;

import java.util.Collection;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Room for more runs. The last eighth of it is kept for tenants that drive little here: a run may take hours, and one
 * tenant's must not fill the node while another's waits.
 *
 * @param closedTo tenants that have as much as is kept already, where no more than that is left
 */
record Room(int free, Set<String> closedTo) {
    private static final int PARTS = 8;

    /** @param driven the tenant of each run that is driven */
    static Room in(int most, Collection<String> driven) {
        int kept = most / PARTS;
        int free = most - driven.size();
        return free > kept ? new Room(free - kept, Set.of()) : new Room(free, crowded(driven, kept));
    }

    private static Set<String> crowded(Collection<String> driven, int kept) {
        return driven.stream()
                .filter(tenant -> kept > 0 && Collections.frequency(driven, tenant) >= kept)
                .collect(Collectors.toUnmodifiableSet());
    }
}
