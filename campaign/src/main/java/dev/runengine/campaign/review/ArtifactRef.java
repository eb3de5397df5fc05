package dev.runengine.campaign.review;

import org.jspecify.annotations.Nullable;

/** An artifact to be reviewed. */
record ArtifactRef(String uri, ArtifactType type, @Nullable String name) {}
