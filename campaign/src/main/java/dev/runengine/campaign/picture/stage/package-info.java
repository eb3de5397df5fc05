/** What every layer of a picture is painted with: colours, canvas, chance. */
@NullMarked
package dev.runengine.campaign.picture.stage;

import org.jspecify.annotations.NullMarked;
