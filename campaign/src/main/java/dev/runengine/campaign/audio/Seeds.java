package dev.runengine.campaign.audio;

import dev.runengine.campaign.random.SplitMix;
import dev.runengine.core.json.CanonicalJson;

/** The seed of a request that names none: another request, another tune. */
final class Seeds {
    private Seeds() {}

    /** Small enough that JSON numbers hold it exactly. */
    static long of(Object request) {
        return SplitMix.seed(CanonicalJson.text(Documents.json(request))) >>> 11;
    }
}
