/** Contracts that every implementation of an SPI keeps, and stand-ins for the outside world: for our tests and for users' own. */
@NullMarked
package dev.lectern.testkit;

import org.jspecify.annotations.NullMarked;
