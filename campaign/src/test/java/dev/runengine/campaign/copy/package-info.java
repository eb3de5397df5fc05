/** What written copy promises. */
@NullMarked
package dev.runengine.campaign.copy;

import org.jspecify.annotations.NullMarked;
