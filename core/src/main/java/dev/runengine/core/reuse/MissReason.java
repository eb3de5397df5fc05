package dev.runengine.core.reuse;

/** Why a look-up found nothing to reuse. */
public enum MissReason {
    FIRST_SEEN,
    INPUT_CHANGED,
    SKILL_VERSION_CHANGED,
    EXPIRED,
    INVALIDATED,
    BLOB_MISSING
}
