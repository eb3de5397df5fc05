package dev.runengine.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** As much of a terminal as the display uses: lines, the cursor up, and erasing from the cursor on. */
final class Screen {
    private static final Pattern TOKEN = Pattern.compile("\u001b\\[(\\??[0-9]*)([A-Za-z])|\r|\n|[^\u001b\r\n]+");

    private final List<String> lines = new ArrayList<>();
    private int row;

    private Screen() {}

    static List<String> after(String output) {
        var screen = new Screen();
        var token = TOKEN.matcher(output);
        while (token.find()) {
            if (token.group(2) != null) {
                screen.control(token.group(2), token.group(1));
            } else if (token.group().equals("\n")) {
                screen.row++;
            } else if (!token.group().equals("\r")) {
                screen.write(token.group());
            }
        }
        return screen.lines;
    }

    private void control(String command, String parameter) {
        switch (command) {
            case "A" -> row -= Integer.parseInt(parameter);
            case "J" -> lines.subList(Math.min(row, lines.size()), lines.size()).clear();
            case "h", "l", "m" -> {}
            default -> throw new IllegalArgumentException("unknown sequence " + parameter + command);
        }
    }

    private void write(String text) {
        while (lines.size() <= row) {
            lines.add("");
        }
        lines.set(row, text);
    }
}
