package dev.runengine.runtime.retention;

/** What a clean-up has deleted. @param artifacts records of files @param bytes of the files */
public record Cleaned(long runs, long results, long artifacts, long inputs, long files, long bytes) {
    public static final Cleaned NOTHING = new Cleaned(0, 0, 0, 0, 0, 0);

    public boolean isNothing() {
        return equals(NOTHING);
    }

    public Cleaned plus(Cleaned other) {
        return new Cleaned(
                runs + other.runs,
                results + other.results,
                artifacts + other.artifacts,
                inputs + other.inputs,
                files + other.files,
                bytes + other.bytes);
    }
}
