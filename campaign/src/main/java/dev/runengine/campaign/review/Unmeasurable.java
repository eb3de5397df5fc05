package dev.runengine.campaign.review;

/** The artifact is not what it should be; the message says in what way. Becomes a failed review. */
final class Unmeasurable extends Exception {
    private static final long serialVersionUID = 1;

    Unmeasurable(String message) {
        super(message);
    }
}
