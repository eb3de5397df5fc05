package dev.runengine.store.journal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way to {@code unnest}: one array a column, all of the same length. */
final class Columns {
    private final List<String> types;
    private final List<List<@Nullable Object>> values;

    /** @param types the element type of each column, in the order of the statement's parameters */
    Columns(String... types) {
        this.types = List.of(types);
        this.values = new ArrayList<>();
        for (int i = 0; i < types.length; i++) {
            values.add(new ArrayList<>());
        }
    }

    void add(@Nullable Object... row) {
        if (row.length != types.size()) {
            throw new IllegalArgumentException(row.length + " values for " + types.size() + " columns");
        }
        for (int i = 0; i < row.length; i++) {
            values.get(i).add(row[i]);
        }
    }

    /** @return the index of the next parameter */
    int bind(PreparedStatement statement, int first) throws SQLException {
        int index = first;
        for (int i = 0; i < types.size(); i++) {
            statement.setArray(
                    index++,
                    statement.getConnection().createArrayOf(types.get(i), elements(types.get(i), values.get(i))));
        }
        return index;
    }

    /** Only bytes need their own Java type; everything else travels as its text. */
    private static Object[] elements(String type, List<@Nullable Object> column) {
        return type.equals("bytea") ? column.toArray(byte[][]::new) : column.toArray();
    }
}
