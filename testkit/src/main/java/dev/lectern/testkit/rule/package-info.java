/** How the rule-driven model asks and answers for each kind of task. Start with {@link dev.lectern.testkit.rule.KindRule}. */
@NullMarked
package dev.lectern.testkit.rule;

import org.jspecify.annotations.NullMarked;
