package io.millrace.routing;

import io.millrace.random.Draws;

/** Kind UNIFORM: coordinates of node i are uniform floats 2i, 2i + 1. Class: exact. */
final class UniformLaw implements CoordinateLaw {
    private final Draws draws;
    private final int blocks;
    private final int[] words;
    private final float[] xy;

    UniformLaw(Draws draws, int nodes, int chunk) {
        this.draws = draws;
        this.blocks = Draws.blocks(2 * nodes);
        this.words = new int[4 * blocks * chunk + Draws.SLACK];
        this.xy = new float[words.length + Draws.SLACK];
    }

    @Override
    public void place(Instance[] chunk, int count) {
        draws.words(chunk[0].index, count, 0, Streams.COORDINATES, blocks, words);
        draws.uniforms(words, 4 * blocks * count, xy);
        for (int number = 0; number < count; number++) {
            chunk[number].xy = xy;
            chunk[number].at = 4 * blocks * number;
        }
    }
}
