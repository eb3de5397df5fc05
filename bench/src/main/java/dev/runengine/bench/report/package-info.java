/** Figures beside what is wanted of them, for people and for programs. */
@NullMarked
package dev.runengine.bench.report;

import org.jspecify.annotations.NullMarked;
