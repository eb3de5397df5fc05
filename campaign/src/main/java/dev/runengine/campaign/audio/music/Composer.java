package dev.runengine.campaign.audio.music;

import dev.runengine.campaign.audio.signal.Signal;
import dev.runengine.campaign.audio.synth.Sequencer.Space;
import dev.runengine.campaign.audio.synth.Strike;
import dev.runengine.campaign.random.SplitMix;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Turns a brief into a score: chooses style, tempo, form and harmony, and has each part arranged. */
final class Composer {
    /** What a piece that is no loop keeps at its end for the last chord. */
    private static final double ENDING_SECONDS = 1.5;

    private static final double STEADY_ENERGY = 0.85;

    private final MusicBrief brief;
    private final Mood mood;
    private final Style style;
    private final Mode mode;
    private final int tonic;
    private final Tempo tempo;

    Composer(MusicBrief brief) {
        var asMood = Styles.GENRES.containsKey(brief.genre()) ? null : Styles.MOODS.get(brief.genre());
        this.brief = brief;
        this.mood = brief.mood().map(Composer::mood).orElse(asMood == null ? Mood.NEUTRAL : asMood);
        this.style = genre(asMood == null ? brief.genre() : asMood.genre());
        this.mode = mood.mode(style);
        this.tonic = style.tonic() + mood.transpose();
        this.tempo = new Tempo(
                brief.bpm().orElse(Math.clamp(Math.round(style.bpm() * mood.tempo()), 60, 200)),
                style.swing(),
                style.swingUnit());
    }

    private static Style genre(String name) {
        var style = Styles.GENRES.get(name);
        if (style == null) {
            throw new IllegalArgumentException("there is no genre " + name);
        }
        return style;
    }

    private static Mood mood(String name) {
        var mood = Styles.MOODS.get(name);
        if (mood == null) {
            throw new IllegalArgumentException("there is no mood " + name);
        }
        return mood;
    }

    Piece compose() {
        var random = new SplitMix(brief.seed());
        int bars = bars();
        var form = Form.of(bars, brief.energy() > STEADY_ENERGY);
        var chords = harmony(form, random);
        var strikes = new ArrayList<Strike>();
        for (var part : arrangement()) {
            var arranger = new Arranger(part, mood, mode, tonic, tempo, brief.energy(), random.nextLong());
            strikes.addAll(arranger.arrange(form, chords, style.voicing()));
        }
        if (!brief.loop()) {
            var ending = new Arranger(lastChord(), mood, mode, tonic, tempo, 1, random.nextLong());
            strikes.addAll(ending.lastChord(bars, chord("1"), style.voicing()));
        }
        int frames = brief.loop() ? tempo.frame(bars, 0) : (int) Math.round(brief.seconds() * Signal.RATE);
        strikes.removeIf(strike -> strike.at() >= frames);
        return new Piece(List.copyOf(strikes), space(), tempo.bpm(), bars, frames, brief.loop());
    }

    private int bars() {
        double exact = brief.seconds() / tempo.barSeconds();
        double bars = brief.loop() ? Math.rint(exact) : Math.floor(exact - ENDING_SECONDS / tempo.barSeconds());
        return (int) Math.max(1, bars);
    }

    private List<Chord> harmony(List<Form.Bar> form, SplitMix random) {
        var verse = List.of(random.pick(style.verse()).split(" "));
        var chorus = List.of(random.pick(style.chorus()).split(" "));
        return form.stream()
                .map(bar -> {
                    var progression = bar.section() == 'B' ? chorus : verse;
                    return chord(progression.get(bar.inSection() % progression.size()));
                })
                .toList();
    }

    private Chord chord(String symbol) {
        return Chord.parse(symbol, mode, style.voicing());
    }

    private List<Part> arrangement() {
        var parts = new ArrayList<>(style.parts());
        parts.addAll(mood.parts());
        var wanted = wanted();
        parts.replaceAll(part -> {
            var instrument = wanted.get(part.role());
            return instrument == null ? part : part.on(instrument);
        });
        return parts;
    }

    private Map<Part.Role, String> wanted() {
        var order = List.of(Part.Role.LEAD, Part.Role.CHORDS, Part.Role.ARP, Part.Role.BASS);
        var wanted = new EnumMap<Part.Role, String>(Part.Role.class);
        for (int i = 0; i < Math.min(order.size(), brief.instruments().size()); i++) {
            wanted.put(order.get(i), brief.instruments().get(i));
        }
        return wanted;
    }

    private Part lastChord() {
        return arrangement().stream()
                .filter(part -> part.role() == Part.Role.CHORDS)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("every style has chords"));
    }

    private Space space() {
        var room = style.space();
        return new Space(
                Math.min(5, room.reverb() * mood.reverb()),
                room.echoBeats() * tempo.beatSeconds(),
                room.duck(),
                tempo.beatSeconds() * 0.3);
    }
}
