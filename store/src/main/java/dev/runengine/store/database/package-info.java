/** One PostgreSQL database: its two roles, its tenants' transactions, its migrations. */
@NullMarked
package dev.runengine.store.database;

import org.jspecify.annotations.NullMarked;
