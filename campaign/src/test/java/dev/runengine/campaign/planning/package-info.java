/** What a plan promises. */
@NullMarked
package dev.runengine.campaign.planning;

import org.jspecify.annotations.NullMarked;
