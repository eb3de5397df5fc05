/** The intro picture of a campaign: a brief read, laid out and painted. */
@NullMarked
package dev.runengine.campaign.picture;

import org.jspecify.annotations.NullMarked;
