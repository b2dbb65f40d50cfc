@NullMarked
package dev.lectern.people;

import org.jspecify.annotations.NullMarked;
