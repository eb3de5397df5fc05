/** Advice on a campaign before it is planned: what to play for, at which odds, and what stands against it. */
@NullMarked
package dev.runengine.campaign.intelligence;

import org.jspecify.annotations.NullMarked;
