/** The texts of a campaign: those the brief gives as they are, the others from phrases in its language. */
@NullMarked
package dev.runengine.campaign.copy;

import org.jspecify.annotations.NullMarked;
