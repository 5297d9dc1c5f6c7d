package io.millrace.waveform.detector;

/**
 * Greenwich mean sidereal time, IAU 1982 (Aoki et al., Astronomy and Astrophysics 105, 359), with UTC for UT1 as LAL has it.
 *
 * <p>In seconds of sidereal time, T the Julian centuries of UTC since J2000.0: 67310.54841 + (876600·3600 + 8640184.812866) T
 * + 0.093104 T² − 6.2·10⁻⁶ T³. Whole days are taken off before anything is rounded, so that the error against the formula is
 * below 10⁻¹⁵ turns; a double holds a GPS time of today to 1.2·10⁻⁷ s, 9·10⁻¹² rad. LAL rounds its Julian day to 4·10⁻⁵ s: the
 * two agree to 1.5·10⁻⁹ rad. Class: reproducible.
 */
public final class SiderealTime {
    /** The last GPS second that is read, in the year 2080. */
    public static final double LATEST = 3.2e9;

    /**
     * The GPS seconds that were leap seconds (IERS Bulletin C); after each, UTC is one second further behind. None is announced
     * after 2016; one that came would change the angle by 7·10⁻⁵ rad.
     */
    private static final int[] LEAPS = {
        46828800,
        78364801,
        109900802,
        173059203,
        252028804,
        315187205,
        346723206,
        393984007,
        425520008,
        457056009,
        504489610,
        551750411,
        599184012,
        820108813,
        914803214,
        1025136015,
        1119744016,
        1167264017
    };

    private static final double DAY = 86400;
    /** From the GPS epoch, 1980 January 6, to J2000.0: 7300.5 days. */
    private static final double TO_J2000 = 7300.5 * DAY;

    private static final double CENTURY = 36525 * DAY;

    private SiderealTime() {}

    /**
     * The angle in rad, in [0, 2π).
     *
     * @param gps seconds since 1980 January 6, 0 h UTC, from 0 to {@link #LATEST}
     */
    public static double radians(double gps) {
        if (!(gps >= 0 && gps <= LATEST)) {
            throw new IllegalArgumentException("the GPS time " + gps + " is not in 0 … " + LATEST);
        }
        double second = Math.floor(gps);
        double fraction = gps - second;
        double whole = second;
        for (int leap = 0; leap < LEAPS.length && LEAPS[leap] < second; leap++) {
            whole--;
        }
        double ofDay = whole - DAY * Math.floor(whole / DAY) + fraction;
        double t = (whole - TO_J2000 + fraction) / CENTURY;
        // half a day, because J2000.0 is a noon
        double seconds = 67310.54841 + DAY / 2 + ofDay + t * (8640184.812866 + t * (0.093104 - 6.2e-6 * t));
        double turns = seconds / DAY;
        return (turns - Math.floor(turns)) * (2 * Math.PI);
    }
}
