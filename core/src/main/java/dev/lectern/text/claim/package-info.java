/**
 * What an answer claims and whether a text states it: numbers, dates, quantities and names, whatever they are written like. Start
 * with {@link dev.lectern.text.claim.Support}. Word lists and patterns only: says what is not stated, never what is true.
 */
@NullMarked
package dev.lectern.text.claim;

import org.jspecify.annotations.NullMarked;
