package dev.runengine.campaign.audio.music;

import java.util.ArrayList;
import java.util.List;

/** The sections of a piece: phrases of four bars, the last taking what is left over. */
final class Form {
    private static final int PHRASE = 4;
    private static final List<String> SHORT = List.of("B", "AB", "AAB", "IABB", "IAABB");

    /**
     * @param section I intro, A verse, B chorus, C break
     * @param inSection counted from 0
     */
    record Bar(char section, int inSection, boolean lastOfSection) {
        /** How hard it is played, as a factor on the level: what comes before a chorus is there to make room for it. */
        double force() {
            return switch (section) {
                case 'I' -> 0.68;
                case 'A' -> 0.82;
                case 'C' -> 0.72;
                default -> 1;
            };
        }
    }

    private Form() {}

    /** @param steady without intro and break, for a piece that never lets go */
    static List<Bar> of(int bars, boolean steady) {
        var letters = letters(Math.max(1, bars / PHRASE));
        if (steady) {
            letters = letters.replace('I', 'A').replace('C', 'B');
        }
        var form = new ArrayList<Bar>(bars);
        for (int phrase = 0; phrase < letters.length(); phrase++) {
            boolean last = phrase == letters.length() - 1;
            int length = last ? bars - form.size() : PHRASE;
            for (int bar = 0; bar < length; bar++) {
                form.add(new Bar(letters.charAt(phrase), bar, bar == length - 1));
            }
        }
        return form;
    }

    private static String letters(int phrases) {
        if (phrases <= SHORT.size()) {
            return SHORT.get(phrases - 1);
        }
        var letters = new StringBuilder("IAAB");
        while (letters.length() < phrases) {
            letters.append("CABB");
        }
        letters.setLength(phrases - 1);
        return letters.append('B').toString();
    }
}
