package dev.runengine.campaign.browser;

/**
 * What a page is shown on.
 *
 * @param width in CSS pixels
 * @param touch whether a finger plays, else a mouse
 */
public record Screen(int width, int height, boolean touch) {
    public static final Screen PHONE = new Screen(390, 844, true);
    public static final Screen DESKTOP = new Screen(1280, 800, false);
}
