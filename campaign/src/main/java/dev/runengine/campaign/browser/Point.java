package dev.runengine.campaign.browser;

/** A place on the screen, in CSS pixels from its upper left corner. */
public record Point(double x, double y) {}
