// Reductions over a work-group whose results do not depend on its shape: integer sums, and minima and maxima of floats.
