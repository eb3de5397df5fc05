/** ZIP files of strangers, taken apart without harm. */
@NullMarked
package dev.runengine.campaign.archive;

import org.jspecify.annotations.NullMarked;
