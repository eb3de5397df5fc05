/** How good what was made is, by measurement. */
@NullMarked
package dev.runengine.campaign.review;

import org.jspecify.annotations.NullMarked;
