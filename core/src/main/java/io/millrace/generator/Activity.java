package io.millrace.generator;

/**
 * How long a device computed and moved data, by its own clock, in seconds; of several devices the sums.
 *
 * @param computing at least one kernel ran
 * @param transferring at least one transfer ran
 * @param both computing and transferring at once
 */
public record Activity(double computing, double transferring, double both) {
    /** Nothing. */
    public static final Activity NONE = new Activity(0, 0, 0);

    /** What was done since an earlier look. */
    public Activity since(Activity earlier) {
        return new Activity(computing - earlier.computing, transferring - earlier.transferring, both - earlier.both);
    }

    /** The sum of two devices'. */
    public Activity plus(Activity other) {
        return new Activity(computing + other.computing, transferring + other.transferring, both + other.both);
    }
}
