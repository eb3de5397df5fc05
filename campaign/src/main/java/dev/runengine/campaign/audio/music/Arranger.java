package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.synth.Instruments;
import dev.runengine.campaign.audio.synth.Patch;
import dev.runengine.campaign.audio.synth.Patch.Touch;
import dev.runengine.campaign.audio.synth.Strike;
import dev.runengine.campaign.audio.synth.Strike.Duck;
import dev.runengine.campaign.audio.synth.Strike.Placement;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes one part out over the form and the chords. */
final class Arranger {
    private static final int BASS_LOWEST = 31;
    private static final int LEAD_CENTRE = 72;
    /** Two copies of a wide part are this far out of tune, in octaves. */
    private static final double WIDE_DETUNE = 5.0 / 1200;

    private static final double GHOST_NOTES_FROM = 0.35;

    private final Part part;
    private final Mood mood;
    private final Mode mode;
    private final int tonic;
    private final Tempo tempo;
    private final double energy;
    private final long seed;
    private final SplitMix random;
    private final Patch patch;
    private final List<Strike> strikes = new ArrayList<>();
    /** Of the bar that is being written. */
    private double force = 1;

    Arranger(Part part, Mood mood, Mode mode, int tonic, Tempo tempo, double energy, long seed) {
        this.part = part;
        this.mood = mood;
        this.mode = mode;
        this.tonic = tonic;
        this.tempo = tempo;
        this.energy = energy;
        this.seed = seed;
        this.random = new SplitMix(seed);
        this.patch = Instruments.named(part.instrument());
    }

    List<Strike> arrange(List<Form.Bar> form, List<Chord> chords, Voicing voicing) {
        var leading = new VoiceLeading(tonic, voicing);
        var melodies = new TreeMap<Character, Melody>();
        for (int bar = 0; bar < form.size(); bar++) {
            var chord = chords.get(bar);
            var placed = leading.place(chord);
            if (!part.playsIn(form.get(bar))) {
                continue;
            }
            force = form.get(bar).force();
            var next = chords.get((bar + 1) % chords.size());
            switch (part.role()) {
                case DRUM -> drums(bar);
                case BASS -> bass(bar, chord, next);
                case CHORDS -> chords(bar, placed);
                case ARP -> arpeggio(bar, placed);
                case LEAD -> lead(bar, form.get(bar), chord, melodies);
            }
        }
        return strikes;
    }

    /** The tonic, held over everything that rings out. */
    List<Strike> lastChord(int bar, Chord chord, Voicing voicing) {
        chords(bar, new Pattern.Note(0, Pattern.STEPS, 'X'), new VoiceLeading(tonic, voicing).place(chord));
        return strikes;
    }

    private List<Pattern.Note> pattern(int bar) {
        return Pattern.parse(part.patterns().get(bar % part.patterns().size()));
    }

    private void drums(int bar) {
        for (var note : pattern(bar)) {
            if (note.symbol() != 'o' || energy >= GHOST_NOTES_FROM) {
                strike(bar, note, 0, 1);
            }
        }
    }

    private void bass(int bar, Chord chord, Chord next) {
        int root = bassRoot(chord);
        for (var note : pattern(bar)) {
            int above = switch (note.symbol()) {
                case '3' -> chord.third();
                case '5' -> chord.fifth();
                case '6' -> 9;
                case '7' -> chord.seventh();
                case '8' -> 12;
                case 'A' -> bassRoot(next) - 1 - root;
                default -> 0;
            };
            strike(bar, note, root + above + 12 * part.octave(), 1);
        }
    }

    private int bassRoot(Chord chord) {
        return BASS_LOWEST + Math.floorMod(tonic + chord.root() - BASS_LOWEST, 12);
    }

    private void chords(int bar, List<Integer> notes) {
        pattern(bar).forEach(note -> chords(bar, note, notes));
    }

    private void chords(int bar, Pattern.Note note, List<Integer> notes) {
        double share = 1.6 / Math.sqrt(notes.size() * 2.0);
        notes.forEach(pitch -> strike(bar, note, pitch + 12 * part.octave(), share));
    }

    private void arpeggio(int bar, List<Integer> notes) {
        for (var note : pattern(bar)) {
            int index = note.symbol() - '0';
            int pitch = notes.get(index % notes.size()) + 12 * (index / notes.size() + part.octave());
            strike(bar, note, pitch, 1);
        }
    }

    private void lead(int bar, Form.Bar where, Chord chord, Map<Character, Melody> melodies) {
        if (where.inSection() == 0) {
            // The same tune whenever a section comes back.
            melodies.put(where.section(), melody(where.section()));
        }
        var melody = melodies.computeIfAbsent(where.section(), this::melody);
        for (var tone : melody.bar(where.inSection(), chord)) {
            boolean stays = tone.note().step() == 0 || random.chance(mood.density() * (0.75 + 0.4 * energy));
            if (stays) {
                strike(bar, tone.note(), tone.pitch(), 1);
            }
        }
    }

    private Melody melody(char section) {
        int centre = LEAD_CENTRE + 12 * part.octave();
        return new Melody(part.patterns(), mode, tonic, centre, new SplitMix(seed + section));
    }

    private void strike(int bar, Pattern.Note note, int pitch, double share) {
        double velocity = Math.min(1, note.velocity() * random.between(0.93, 1.05) * (0.85 + 0.25 * energy));
        double level = force
                * part.level()
                * share
                * (part.role() == Part.Role.DRUM ? mood.drums() * (0.6 + 0.65 * energy) : 1);
        if (part.width() == 0) {
            add(bar, note, pitch, velocity, level, part.pan());
        } else {
            add(bar, note, pitch - 12 * WIDE_DETUNE, velocity, level * 0.75, -part.width());
            add(bar, note, pitch + 12 * WIDE_DETUNE, velocity, level * 0.75, part.width());
        }
    }

    private void add(int bar, Pattern.Note note, double pitch, double velocity, double level, double pan) {
        double seconds = Math.min(note.length() * mood.length(), note.length() + 1.0) * 0.94 * tempo.stepSeconds();
        var touch = new Touch(hz(pitch), seconds, velocity, mood.brightness(), random.nextLong());
        var placement = new Placement(level, pan, part.reverb() * mood.reverb(), part.echo(), duck());
        strikes.add(new Strike(tempo.frame(bar, note.step()), patch, touch, placement));
    }

    private Duck duck() {
        if (part.role() != Part.Role.DRUM) {
            return Duck.GIVES_WAY;
        }
        return part.instrument().startsWith("kick") ? Duck.MAKES_ROOM : Duck.UNAFFECTED;
    }

    private static double hz(double pitch) {
        return 440 * StrictMath.pow(2, (pitch - 69) / 12);
    }
}
