package dev.runengine.client.wire;

/** One place in a request and what is wrong there. @param pointer RFC 6901, empty for the whole */
public record PlaceView(String pointer, String code, String detail) {}
