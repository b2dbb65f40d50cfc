package dev.lectern.model;

/** How a model can be brought to answer in JSON, best first. Prompts say the form in words as well, so the last always works. */
public enum ReplyForm {
    /** By the request's JSON schema. */
    SCHEMA,
    /** Some JSON object, whatever its fields. */
    JSON_OBJECT,
    /** By a tool that it must call, whose parameters are the schema. */
    TOOLS,
    /** Plain text, read tolerantly. */
    TEXT
}
