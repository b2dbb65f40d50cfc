/**
 * What happens between a stage that asks and the wire: kept replies first, then the form of the answer, then tries, then limits, then
 * the budget. One wrapper does one job; {@link dev.lectern.model.call.Models} puts them together.
 */
@NullMarked
package dev.lectern.model.call;

import org.jspecify.annotations.NullMarked;
