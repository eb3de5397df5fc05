/** Seeded randomness that is the same on every platform. */
@NullMarked
package dev.runengine.campaign.random;

import org.jspecify.annotations.NullMarked;
