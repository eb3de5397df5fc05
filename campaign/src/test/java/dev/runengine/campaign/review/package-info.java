/** How artifacts are measured. */
@NullMarked
package dev.runengine.campaign.review;

import org.jspecify.annotations.NullMarked;
