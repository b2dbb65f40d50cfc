/** The English families, and the rules that English questions and answers must keep. Start with {@link dev.lectern.stage.extract.en.English}. */
@NullMarked
package dev.lectern.stage.extract.en;

import org.jspecify.annotations.NullMarked;
