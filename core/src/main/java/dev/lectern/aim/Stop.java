package dev.lectern.aim;

/** Why a selection ended by itself. */
public enum Stop {
    /** Every item was extracted from. */
    EXHAUSTED,
    /** By its own estimate enough of what fits is held. */
    RECALL,
    /** Several rounds on end brought nothing that fits. */
    DRY,
    /** Nothing can be held against the target: as many rounds were drawn by chance as patience allows. */
    BLIND,
    /** The rounds have taken as many tokens as they may. */
    TOKENS,
    /** As large a share of the items was extracted as may be. */
    SHARE
}
