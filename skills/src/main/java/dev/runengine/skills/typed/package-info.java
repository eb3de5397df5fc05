/** Skills written in Java against records: descriptor from a resource, input and output bound by Jackson. */
@NullMarked
package dev.runengine.skills.typed;

import org.jspecify.annotations.NullMarked;
