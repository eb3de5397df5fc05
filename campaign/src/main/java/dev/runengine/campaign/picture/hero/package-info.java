/** The games a picture can promise, each as the big object in its middle. */
@NullMarked
package dev.runengine.campaign.picture.hero;

import org.jspecify.annotations.NullMarked;
