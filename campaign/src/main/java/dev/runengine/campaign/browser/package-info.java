/** A real browser that opens and plays what strangers made, without harm to the machine it runs on. */
@NullMarked
package dev.runengine.campaign.browser;

import org.jspecify.annotations.NullMarked;
