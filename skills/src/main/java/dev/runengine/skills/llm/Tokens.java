package dev.runengine.skills.llm;

/** Tokens of one request, or of several. */
record Tokens(long read, long written) {
    static final Tokens NONE = new Tokens(0, 0);

    Tokens plus(Tokens more) {
        return new Tokens(read + more.read, written + more.written);
    }
}
