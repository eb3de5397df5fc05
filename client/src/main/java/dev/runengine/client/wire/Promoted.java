package dev.runengine.client.wire;

/** How many delayed runs may start now. */
public record Promoted(int promoted) {}
