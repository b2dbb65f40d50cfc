/** Measurements that back what the documents claim. Never shipped; programs here print. */
@NullMarked
package dev.lectern.bench;

import org.jspecify.annotations.NullMarked;
