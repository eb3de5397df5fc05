package dev.runengine.skills.schema;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.Pattern;

/**
 * A pattern that gives up. Backtracking can take time exponential in the text's length; counting how often the matcher
 * looks at a character bounds it without a second thread.
 */
final class BoundedPattern implements RegularExpression {
    private static final int MOST_LOOKS = 5_000_000;

    /** Neither a match nor a mismatch: either would be wrong below a {@code not}. */
    static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        private TooManyStepsException(String regex) {
            super("could not be checked: matching the pattern " + regex + " takes too many steps");
        }
    }

    private final String source;
    private final Pattern pattern;

    BoundedPattern(String source) {
        this.source = source;
        // In ECMA-262 a dollar is the very end; in Java it also matches before a final line break.
        this.pattern = Pattern.compile(
                RegularExpressions.replaceLongformCharacterProperties(RegularExpressions.replaceDollarAnchors(source)));
    }

    @Override
    public boolean matches(String text) {
        try {
            return pattern.matcher(new CountedText(text)).find();
        } catch (StackOverflowError e) { // The matcher recurses once per repetition of a group.
            throw new TooManyStepsException(source);
        }
    }

    private final class CountedText implements CharSequence {
        private final String text;
        private int looks;

        CountedText(String text) {
            this.text = text;
        }

        @Override
        public char charAt(int index) {
            if (++looks > MOST_LOOKS) {
                throw new TooManyStepsException(source);
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.substring(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
