/** The four shapes of stage and what they are handed. Start with {@link dev.lectern.stage.Stage}; no stage knows another. */
@NullMarked
package dev.lectern.stage;

import org.jspecify.annotations.NullMarked;
