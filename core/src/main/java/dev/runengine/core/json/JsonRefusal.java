package dev.runengine.core.json;

/** Leaves the parser's recursion; never leaves the package. Without a stack trace, which nobody would see. */
final class JsonRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    final int position;
    final String detail;

    JsonRefusal(int position, String detail) {
        super(detail, null, false, false);
        this.position = position;
        this.detail = detail;
    }
}
