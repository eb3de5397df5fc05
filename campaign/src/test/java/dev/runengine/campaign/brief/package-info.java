/** What reading a brief promises. */
@NullMarked
package dev.runengine.campaign.brief;

import org.jspecify.annotations.NullMarked;
