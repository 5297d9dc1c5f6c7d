// Stages of exponential time differencing, of modes in one dimension or two. Class: reproducible. Of real and imaginary parts the imaginary
// ones stand behind the real ones, as many as there are modes. The host defines DIMENSIONS, COMPLEX where L is, and the columns STEP_ of a
// table of steps.
#ifdef FP64

#define TURN_BEGIN 0
#define TURN_RESUME 1
#define TURN_FIRST 2

#define EACH_MODE for (uint k = get_local_id(0); k < count; k += get_local_size(0))
#define STEP(column) (table + STEP_##column * modes)

#if DIMENSIONS == 1
// The imaginary part of mode 0, which is that of the highest, is not there.
#define IM (k == 0 ? 0 : x_im[k])
// G·x.
#define FORCE                                                                  \
    double im = IM;                                                            \
    double force_re = fma(g_re[k], x_re[k], -(g_im[k] * im));                  \
    double force_im = fma(g_re[k], im, g_im[k] * x_re[k]);
#else
#define IM x_im[k]
#define FORCE                                                                  \
    double force_re = x_re[k];                                                 \
    double force_im = x_im[k];
#endif

// ComplexScalar.multiply and add of one mode, DispersiveSteps' stages of them: c·x, and c·x + to.
INLINE double times_re(double c_re, double c_im, double x, double y) {
    return fma(c_re, x, -(c_im * y));
}

INLINE double times_im(double c_re, double c_im, double x, double y) {
    return fma(c_re, y, c_im * x);
}

INLINE double plus_re(double c_re, double c_im, double x, double y, double to) {
    return fma(c_re, x, fma(-c_im, y, to));
}

INLINE double plus_im(double c_re, double c_im, double x, double y, double to) {
    return fma(c_re, y, fma(c_im, x, to));
}

#if COMPLEX
#define ROOT_AND_Q(of, x, y)                                                   \
    double next_re = plus_re(q[k], q_im[k], x, y, times_re(root[k], root_im[k], of[k], of[modes + k])); \
    double next_im = plus_im(q[k], q_im[k], x, y, times_im(root[k], root_im[k], of[k], of[modes + k]));
#define LAST                                                                   \
    double next_re = times_re(e[k], e_im[k], v[k], v[modes + k]);              \
    double next_im = times_im(e[k], e_im[k], v[k], v[modes + k]);              \
    next_re = plus_re(f1[k], f1_im[k], n_v[k], n_v[modes + k], next_re);       \
    next_im = plus_im(f1[k], f1_im[k], n_v[k], n_v[modes + k], next_im);       \
    next_re = plus_re(f2[k], f2_im[k], n_a[k], n_a[modes + k], next_re);       \
    next_im = plus_im(f2[k], f2_im[k], n_a[k], n_a[modes + k], next_im);       \
    next_re = plus_re(f2[k], f2_im[k], n_b[k], n_b[modes + k], next_re);       \
    next_im = plus_im(f2[k], f2_im[k], n_b[k], n_b[modes + k], next_im);       \
    next_re = plus_re(f3[k], f3_im[k], force_re, force_im, next_re);           \
    next_im = plus_im(f3[k], f3_im[k], force_re, force_im, next_im);
#else
#define ROOT_AND_Q(of, x, y)                                                   \
    double next_re = fma(q[k], x, root[k] * of[k]);                            \
    double next_im = fma(q[k], y, root[k] * of[modes + k]);
#define LAST                                                                   \
    double next_re = fma(f1[k], n_v[k], e[k] * v[k]);                          \
    double next_im = fma(f1[k], n_v[modes + k], e[k] * v[modes + k]);          \
    next_re = fma(f2[k], n_a[k] + n_b[k], next_re);                            \
    next_im = fma(f2[k], n_a[modes + k] + n_b[modes + k], next_im);            \
    next_re = fma(f3[k], force_re, next_re);                                   \
    next_im = fma(f3[k], force_im, next_im);
#endif

// In the place of some modes x of the force at v (a, b, c), in one dimension of uᵖ, those of what the next force is asked of: a, b, c, the
// next v.
INLINE void etd_stage(
    uint turn, uint count, uint modes, const global double *restrict table, global double *restrict v,
    global double *restrict a, global double *restrict n_v, global double *restrict n_a, global double *restrict n_b,
    WORK double *restrict x_re, WORK double *restrict x_im) {
    const global double *restrict e = STEP(E);
    const global double *restrict root = STEP(HALF);
    const global double *restrict q = STEP(Q);
    const global double *restrict f1 = STEP(F1);
    const global double *restrict f2 = STEP(F2);
    const global double *restrict f3 = STEP(F3);
#if COMPLEX
    const global double *restrict e_im = STEP(E_IM);
    const global double *restrict root_im = STEP(HALF_IM);
    const global double *restrict q_im = STEP(Q_IM);
    const global double *restrict f1_im = STEP(F1_IM);
    const global double *restrict f2_im = STEP(F2_IM);
    const global double *restrict f3_im = STEP(F3_IM);
#endif
#if DIMENSIONS == 1
    const global double *restrict g_re = STEP(FORCE_RE);
    const global double *restrict g_im = STEP(FORCE_IM);
#endif
    switch (turn) {
        case TURN_BEGIN:
            EACH_MODE {
                v[k] = x_re[k];
                x_im[k] = v[modes + k] = IM;
            }
            break;
        case TURN_RESUME:
            EACH_MODE {
                x_re[k] = v[k];
                x_im[k] = v[modes + k];
            }
            break;
        case TURN_FIRST:
            EACH_MODE {
                FORCE
                n_v[k] = force_re;
                n_v[modes + k] = force_im;
                ROOT_AND_Q(v, force_re, force_im)
                x_re[k] = a[k] = next_re;
                x_im[k] = a[modes + k] = next_im;
            }
            break;
        case TURN_FIRST + 1:
            EACH_MODE {
                FORCE
                n_a[k] = force_re;
                n_a[modes + k] = force_im;
                ROOT_AND_Q(v, force_re, force_im)
                x_re[k] = next_re;
                x_im[k] = next_im;
            }
            break;
        case TURN_FIRST + 2:
            EACH_MODE {
                FORCE
                n_b[k] = force_re;
                n_b[modes + k] = force_im;
                double reflected_re = fma(2.0, force_re, -n_v[k]);
                double reflected_im = fma(2.0, force_im, -n_v[modes + k]);
                ROOT_AND_Q(a, reflected_re, reflected_im)
                x_re[k] = next_re;
                x_im[k] = next_im;
            }
            break;
        default:
            EACH_MODE {
                FORCE
                LAST
                x_re[k] = v[k] = next_re;
                x_im[k] = v[modes + k] = next_im;
            }
    }
}

// The same of `count` of so many modes: the table and the state, v, a, and the forces at v, a and b, begin at the first of these.
INLINE void etd_turn(
    uint turn, uint count, uint modes, const global double *table, global double *state, WORK double *x_re,
    WORK double *x_im) {
    etd_stage(
        turn, count, modes, table, state, state + 2 * modes, state + 4 * modes, state + 6 * modes, state + 8 * modes,
        x_re, x_im);
}

#endif
