package dev.lectern.model;

/** Why a model gave no answer to this request, and would give none another time. */
public enum Refusal {
    /** The model or its provider's content filter says no. */
    POLICY,
    /** The request is longer than what the model can read. */
    TOO_LONG,
    /** The server does not take the request as it is: a parameter, a field, a form. */
    NOT_TAKEN,
    /** The reply is not the JSON that was asked for, after all tries. */
    MALFORMED,
    /** The reply ends at a limit, and the part that is there is of no use. */
    CUT_OFF
}
