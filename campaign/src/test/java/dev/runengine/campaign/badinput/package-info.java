/** What every skill of the pack does with input that cannot work. */
@NullMarked
package dev.runengine.campaign.badinput;

import org.jspecify.annotations.NullMarked;
