/** Replies in a SQLite file. Start with {@link dev.lectern.adapters.store.SqliteReplyStore}; the layout of the table is in {@link dev.lectern.adapters.store.Layout}. */
@NullMarked
package dev.lectern.adapters.store;

import org.jspecify.annotations.NullMarked;
