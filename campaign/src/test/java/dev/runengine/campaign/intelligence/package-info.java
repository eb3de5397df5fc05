/** What advice promises. */
@NullMarked
package dev.runengine.campaign.intelligence;

import org.jspecify.annotations.NullMarked;
