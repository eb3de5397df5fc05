/** Instruments and drums as oscillators, envelopes and filters, and the sequencer that plays them. */
@NullMarked
package dev.runengine.campaign.audio.synth;

import org.jspecify.annotations.NullMarked;
