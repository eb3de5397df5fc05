package dev.runengine.campaign.brief;

import dev.runengine.campaign.color.Rgb;

/** The four colours of a campaign by the part they play. */
public record ColorScheme(Rgb primary, Rgb secondary, Rgb accent, Rgb background) {}
