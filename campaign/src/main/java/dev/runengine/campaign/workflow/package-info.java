/** The campaign workflows: which skill feeds which. */
@NullMarked
package dev.runengine.campaign.workflow;

import org.jspecify.annotations.NullMarked;
