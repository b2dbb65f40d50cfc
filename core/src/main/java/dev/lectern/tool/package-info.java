/**
 * Tools that a model may call: read from the user's file ({@link dev.lectern.tool.ToolFile}: OpenAI's list, plain functions, OpenAPI), and
 * whether a call's arguments fit what a tool takes ({@link dev.lectern.tool.Fit}). Knows JSON schemas and no sample.
 */
@NullMarked
package dev.lectern.tool;

import org.jspecify.annotations.NullMarked;
