/** How bundles are judged. */
@NullMarked
package dev.runengine.campaign.validation;

import org.jspecify.annotations.NullMarked;
