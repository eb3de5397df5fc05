package dev.runengine.campaign.picture.scenery;

import dev.runengine.campaign.color.Rgb;
import dev.runengine.campaign.picture.stage.Palette;
import dev.runengine.campaign.picture.stage.Stage;

/** A place, painted over the whole canvas. The middle is kept calm: the hero stands there. */
public enum Scene {
    PARTY(new Palette(new Rgb(0x7b3ff2), new Rgb(0xff4f9a), new Rgb(0xffc533), new Rgb(0x2a1460))),
    MEADOW(new Palette(new Rgb(0x3fa34d), new Rgb(0x2d9cdb), new Rgb(0xffb703), new Rgb(0xd9f2ff))),
    BEACH(new Palette(new Rgb(0x0fa3b1), new Rgb(0xffd166), new Rgb(0xff7a4d), new Rgb(0xbdeff5))),
    WINTER(new Palette(new Rgb(0xb3202c), new Rgb(0x1f6f4a), new Rgb(0xffd36b), new Rgb(0x16324f))),
    SPACE(new Palette(new Rgb(0x6c3df4), new Rgb(0x19c7c1), new Rgb(0xff5fd2), new Rgb(0x0b0726))),
    HAUNTED(new Palette(new Rgb(0x6a2c91), new Rgb(0x5fbf3f), new Rgb(0xff8a1f), new Rgb(0x160a26))),
    CITY(new Palette(new Rgb(0x2f5bea), new Rgb(0xff3ea5), new Rgb(0x21e6c1), new Rgb(0x0d1030))),
    STADIUM(new Palette(new Rgb(0x1b7f3b), new Rgb(0x1e4fa3), new Rgb(0xffd23f), new Rgb(0x0d2440))),
    CAFE(new Palette(new Rgb(0x7a4a2b), new Rgb(0xd9a066), new Rgb(0xf2a541), new Rgb(0x3a2115)));

    private final Palette palette;

    Scene(Palette palette) {
        this.palette = palette;
    }

    /** The colours of this place when nobody asked for others. */
    public Palette palette() {
        return palette;
    }

    /** @param centreY where the light comes from, behind the hero */
    public void paint(Stage stage, double centreX, double centreY) {
        var sky = new Sky(stage, centreX, centreY);
        switch (this) {
            case PARTY -> Party.paint(stage, sky);
            case MEADOW -> Meadow.paint(stage, sky);
            case BEACH -> Beach.paint(stage, sky);
            case WINTER -> Winter.paint(stage, sky);
            case SPACE -> Space.paint(stage, sky);
            case HAUNTED -> Haunted.paint(stage, sky);
            case CITY -> City.paint(stage, sky);
            case STADIUM -> Stadium.paint(stage, sky);
            case CAFE -> Cafe.paint(stage, sky);
        }
    }
}
