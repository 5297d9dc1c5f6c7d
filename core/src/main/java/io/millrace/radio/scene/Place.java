package io.millrace.radio.scene;

import io.millrace.math.Trig;
import io.millrace.spec.Decimal;

/**
 * A place on the Earth.
 *
 * @param latitude degrees, −90 … 90
 * @param longitude degrees, −180 … 180
 * @param height metres above the reference, or above the ground where the {@link Scene} says so, −1,000 … 200,000
 */
public record Place(double latitude, double longitude, double height) {
    /** Checks the ranges. */
    public Place {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 && height >= -1000 && height <= 200_000)) {
            throw new IllegalArgumentException(latitude + "/" + longitude + "/" + height + " is not on the Earth");
        }
    }

    double sine() {
        return Trig.sin(latitude * Earth.RADIAN);
    }

    double cosine() {
        return Trig.cos(latitude * Earth.RADIAN);
    }

    /** {@code latitude/longitude/height}. */
    @Override
    public String toString() {
        return Decimal.text(latitude) + "/" + Decimal.text(longitude) + "/" + Decimal.text(height);
    }
}
