/** What is measured: one class for each workload. */
@NullMarked
package dev.runengine.bench.workload;

import org.jspecify.annotations.NullMarked;
