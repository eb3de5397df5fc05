/** Programs of ours in JVMs of their own, so that native code can crash without taking the node down. */
@NullMarked
package dev.runengine.campaign.forked;

import org.jspecify.annotations.NullMarked;
