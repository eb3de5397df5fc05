/** How the browser behaves. */
@NullMarked
package dev.runengine.campaign.browser;

import org.jspecify.annotations.NullMarked;
