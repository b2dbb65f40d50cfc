/** Where a round's samples come from: all passages, all documents. Knows no other stage. */
@NullMarked
package dev.lectern.stage.draw;

import org.jspecify.annotations.NullMarked;
