package dev.runengine.core.run;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The states of all steps by number, immutable. Setting one copies a chunk and the table of chunks, so that an event
 * costs the same in a run of 10 steps and, nearly, in one of 50,000.
 */
public final class StepStates implements Iterable<StepState> {
    private static final int CHUNK_BITS = 8;
    private static final int CHUNK = 1 << CHUNK_BITS;

    private final StepState[][] chunks;
    private final int size;

    private StepStates(StepState[][] chunks, int size) {
        this.chunks = chunks;
        this.size = size;
    }

    public static StepStates of(List<? extends StepState> states) {
        int size = states.size();
        var chunks = new StepState[(size + CHUNK - 1) >> CHUNK_BITS][];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = states.subList(i << CHUNK_BITS, Math.min(size, (i + 1) << CHUNK_BITS))
                    .toArray(StepState[]::new);
        }
        return new StepStates(chunks, size);
    }

    public int size() {
        return size;
    }

    public StepState get(int step) {
        return chunks[step >> CHUNK_BITS][step & (CHUNK - 1)];
    }

    StepStates with(int step, StepState state) {
        var chunk = chunks[step >> CHUNK_BITS].clone();
        chunk[step & (CHUNK - 1)] = state;
        var table = chunks.clone();
        table[step >> CHUNK_BITS] = chunk;
        return new StepStates(table, size);
    }

    @Override
    public Iterator<StepState> iterator() {
        return IntStream.range(0, size).mapToObj(this::get).iterator();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StepStates that && Arrays.deepEquals(chunks, that.chunks);
    }

    @Override
    public int hashCode() {
        return Arrays.deepHashCode(chunks);
    }
}
