package dev.runengine.campaign.mesh.gltf;

/** This file is not a model that can be worked with; the message says why, and what would be. */
public final class GlbException extends Exception {
    private static final long serialVersionUID = 1;

    GlbException(String message) {
        super(message);
    }
}
