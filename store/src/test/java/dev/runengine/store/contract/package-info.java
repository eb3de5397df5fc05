/** The contracts of the ports, on PostgreSQL. */
@NullMarked
package dev.runengine.store.contract;

import org.jspecify.annotations.NullMarked;
