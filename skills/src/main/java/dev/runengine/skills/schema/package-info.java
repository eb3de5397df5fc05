/** JSON Schema 2020-12: whether a value fits, whether a schema is one, and messages a person can act on. */
@NullMarked
package dev.runengine.skills.schema;

import org.jspecify.annotations.NullMarked;
