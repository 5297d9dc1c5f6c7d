# SPDX-License-Identifier: Apache-2.0
"""Random words and functions for Numba that its compiler vectorises in a loop, as it does no call of the C library."""

GAMMA = 0x9E3779B97F4A7C15


def functions():
    """`word`, `turn` and `logarithm`, compiled where they are called."""
    import numpy as np
    from numba import njit

    f32, u64 = np.float32, np.uint64
    gamma = u64(GAMMA)
    ln2 = f32(np.log(2))

    @njit
    def word(state, index):
        """SplitMix64 (Steele, Lea, Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014)."""
        z = state + gamma * u64(index)
        z = (z ^ (z >> u64(30))) * u64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> u64(27))) * u64(0x94D049BB133111EB)
        return z ^ (z >> u64(31))

    @njit(fastmath=True, error_model="numpy")
    def turn(x):
        """Sine and cosine of 2πx, from Taylor's series of half the angle, without a branch; 1e-6."""
        t = (x - np.floor(x + f32(0.5))) * f32(np.pi)
        s = t * t
        a = ((f32(-1 / 39916800) * s + f32(1 / 362880)) * s + f32(-1 / 5040)) * s + f32(1 / 120)
        b = ((f32(1 / 479001600) * s + f32(-1 / 3628800)) * s + f32(1 / 40320)) * s + f32(-1 / 720)
        sine = t * ((a * s + f32(-1 / 6)) * s + f32(1))
        cosine = ((b * s + f32(1 / 24)) * s + f32(-1 / 2)) * s + f32(1)
        return f32(2) * sine * cosine, f32(1) - f32(2) * sine * sine

    @njit(fastmath=True, error_model="numpy")
    def logarithm(x):
        """By the exponent and the series of artanh around 1; 1e-6."""
        bits = f32(x).view(np.int32)
        exponent = np.int32(np.int32(bits - np.int32(0x3F3504F3)) >> np.int32(23))
        m = np.int32(bits - np.int32(exponent << np.int32(23))).view(f32)  # √½ to √2
        t = (m - f32(1)) / (m + f32(1))
        s = t * t
        return f32(exponent) * ln2 + t * (f32(2) + s * (f32(2 / 3) + s * (f32(2 / 5) + s * f32(2 / 7))))

    return word, turn, logarithm
