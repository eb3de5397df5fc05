/** The demonstration: a build, one change, and what the change did not cost. */
@NullMarked
package dev.runengine.cli.demo;

import org.jspecify.annotations.NullMarked;
