/** Clients of models, tried against recorded shapes and small servers on this machine's own address. */
@NullMarked
package dev.lectern.adapters.model;

import org.jspecify.annotations.NullMarked;
