/** Roles, tenants and migrations, on a real database. */
@NullMarked
package dev.runengine.store.database;

import org.jspecify.annotations.NullMarked;
