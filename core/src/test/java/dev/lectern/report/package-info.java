@NullMarked
package dev.lectern.report;

import org.jspecify.annotations.NullMarked;
