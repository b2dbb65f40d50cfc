/** Problems a user can fix, all reported at once: what, where, how to fix. A leaf. */
@NullMarked
package dev.lectern.check;

import org.jspecify.annotations.NullMarked;
