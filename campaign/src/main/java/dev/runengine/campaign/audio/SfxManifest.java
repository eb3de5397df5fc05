package dev.runengine.campaign.audio;

import java.util.List;

/** The document at a pack's manifest_uri. */
record SfxManifest(int version, String style, String format, int sampleRate, List<SfxFile> sfxFiles) {}
