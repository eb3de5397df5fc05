/** What an extracted look promises. */
@NullMarked
package dev.runengine.campaign.theme;

import org.jspecify.annotations.NullMarked;
