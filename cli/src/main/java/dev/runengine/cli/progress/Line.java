package dev.runengine.cli.progress;

/** A line of progress: a mark that may be coloured, and plain text. */
record Line(Mark mark, String text) {
    enum Mark {
        DONE(" ok  ", "32"),
        REUSED(" ==  ", "36"),
        FAILED(" xx  ", "31"),
        STOPPED(" --  ", "33"),
        RUNNING(" >>  ", "1"),
        WAITING(" ..  ", "2"),
        NONE(" ", "0");

        private final String text;
        private final String colour; // the parameter of an ANSI "select graphic rendition"

        Mark(String text, String colour) {
            this.text = text;
            this.colour = colour;
        }
    }

    String plain() {
        return mark.text + text;
    }

    /** Cut so that it never reaches the last column, where some terminals already wrap. */
    String fitted(int columns, boolean coloured) {
        int room = Math.max(0, columns - 1 - mark.text.length());
        var cut = text.codePointCount(0, text.length()) <= room
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.max(0, room - 3))) + "...";
        return coloured ? "\u001b[" + mark.colour + "m" + mark.text + "\u001b[0m" + cut : mark.text + cut;
    }
}
