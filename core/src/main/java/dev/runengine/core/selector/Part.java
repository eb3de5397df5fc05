package dev.runengine.core.selector;

import dev.runengine.core.json.Json;
import dev.runengine.core.selector.Resolution.Unresolved;

/** What a part of a selector came to, before it is known whether the whole can do without it. */
sealed interface Part {
    record Present(Json value) implements Part {}

    /**
     * Not there. What surrounds it decides whether that is a failure.
     *
     * @param excused a field made of it may be left out: only the trigger was read, or its author said optional
     */
    record Absent(Unresolved why, boolean excused) implements Part {}

    /**
     * Cannot be resolved, whatever surrounds it.
     *
     * @param incomplete an object of which a part is missing: only its author, by saying optional, can do without it
     */
    record Broken(Unresolved why, boolean incomplete) implements Part {}
}
