package dev.lectern.redact;

/** The kinds of personal data that are found. Their names stand in placeholders. */
public enum PersonalData {
    EMAIL,
    PHONE,
    /** Payment cards. */
    CARD,
    /** Numbers that a state gives a person: China's resident identity number, the social security number of the United States. */
    ID,
    /** Bank accounts by IBAN. */
    IBAN,
    /** Public addresses of the network, version 4. */
    IP,
    /** People on the list that the user gives. */
    NAME
}
