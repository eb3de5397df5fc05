/** Where a step's input comes from, as data: printed, compared, checked, sent, and resolved. */
@NullMarked
package dev.runengine.core.selector;

import org.jspecify.annotations.NullMarked;
