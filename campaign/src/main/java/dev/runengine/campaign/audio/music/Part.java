package dev.runengine.campaign.audio.music;

import java.util.List;

/**
 * One line of an arrangement.
 *
 * @param patterns a bar each, in turn (bass, chords, arp, drum) or to choose from (lead); see {@link Pattern}
 * @param octave above the role's usual register
 * @param width how far two copies of it stand apart, 0 for one copy
 * @param sections where it plays: I intro, A verse, B chorus, C break; F also in the last bar of any section; 1 only in
 *     the first bar
 */
record Part(
        Role role,
        String instrument,
        List<String> patterns,
        double level,
        int octave,
        double pan,
        double reverb,
        double echo,
        double width,
        String sections) {

    enum Role {
        DRUM,
        BASS,
        CHORDS,
        ARP,
        LEAD
    }

    boolean playsIn(Form.Bar bar) {
        if (bar.lastOfSection() && sections.indexOf('F') >= 0) {
            return true;
        }
        boolean everyBar = sections.indexOf('1') < 0;
        return sections.indexOf(bar.section()) >= 0 && (everyBar || bar.inSection() == 0);
    }

    Part on(String other) {
        return new Part(role, other, patterns, level, octave, pan, reverb, echo, width, sections);
    }
}
