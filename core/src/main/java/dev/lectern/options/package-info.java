/**
 * What a build is asked for, and the recipe that comes of it. Start with {@link dev.lectern.options.BuildOptions}, which is all that can
 * be asked, and {@link dev.lectern.options.Orders}, which turns it into the recipe as run or into everything that is wrong with it.
 * Reads no document and calls no model.
 */
@NullMarked
package dev.lectern.options;

import org.jspecify.annotations.NullMarked;
