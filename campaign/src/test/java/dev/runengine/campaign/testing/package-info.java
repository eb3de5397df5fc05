/** What the tests of the skills run on. */
@NullMarked
package dev.runengine.campaign.testing;

import org.jspecify.annotations.NullMarked;
