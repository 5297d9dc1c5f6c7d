package io.millrace.radio.scene;

/** Where transmitters are, in terms of the box of latitudes and longitudes that the receivers span. */
public enum Area {
    /** In the box. */
    INSIDE,
    /** Around it: in the box that is larger by the margin on each side, and not in the box itself. */
    OUTSIDE,
    /** In the larger box. */
    ANYWHERE
}
