/** JSON files in and JSON text out. */
@NullMarked
package dev.runengine.cli.json;

import org.jspecify.annotations.NullMarked;
