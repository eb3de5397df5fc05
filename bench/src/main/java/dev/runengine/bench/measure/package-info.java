/** What a stretch of time cost: the database, the processors, the heap, and how long things took. */
@NullMarked
package dev.runengine.bench.measure;

import org.jspecify.annotations.NullMarked;
