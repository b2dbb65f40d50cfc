/**
 * The laws of a whole build, each shown on the examples: same inputs same bytes, nothing disappears, evidence or it did not
 * happen, a broken order never starts. These tests go through the front door and read what is in the folder as an outsider
 * would.
 */
@NullMarked
package dev.lectern.laws;

import org.jspecify.annotations.NullMarked;
